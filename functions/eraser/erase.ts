import { applicationChanges } from '../../shared/application/application-changes.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { applicationAt } from '../../shared/application/erasure.ts';
import { packageScans } from '../../shared/application/package-scans.ts';
import type { ScanRecord } from '../../shared/application/scan-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import type { RemovedObject } from '../../shared/uploads/removal.ts';
import type { UploadBucket } from '../../shared/uploads/upload-bucket.ts';
import { quarantineKey } from '../../shared/uploads/quarantine-key.ts';
import { isConflict } from '../../shared/table/retry-on-conflict.ts';
import { withNextEvent } from '../../shared/history/history-item.ts';
import type { ErasureStore } from './store.ts';

/** The bytes of a bucket. */
interface ErasableFiles {
  readonly erase: (keys: readonly string[]) => Promise<void>;
}

/** The bytes of every bucket with uploads. */
export type BucketFiles = ReadonlyMap<UploadBucket, ErasableFiles>;

interface ErasureParts {
  readonly store: ErasureStore;
  readonly files: BucketFiles;
  readonly now: Date;
}

/** What happened to an application that was due. */
export type Outcome = 'draft' | 'decided' | 'unanswered' | 'changed' | 'open';

/**
 * Erases an application that is due: a draft completely, a decided one without its scans and personal data. An application
 * whose corrections are overdue is refused in the same write that marks it as erased. Marking comes first, provided that
 * the application is unchanged, and removal from the due index comes last, so that the next run finishes an interrupted one.
 */
export async function eraseApplication(found: ApplicationRecord, parts: ErasureParts): Promise<Outcome> {
  const isDraft = found.state === 'draft';
  const now = applicationAt(parts.now, found);
  // An open application stays, even if it has a date.
  if (!isDraft && now.decision === undefined) return 'open';
  try {
    const marked = found.erasedAt === undefined ? await mark(found, now, parts) : found;
    if (isDraft) await eraseDraft(marked, parts);
    else await eraseDecided(marked, parts);
    if (isDraft) return 'draft';
    return found.decision === undefined ? 'unanswered' : 'decided';
  } catch (error) {
    if (error instanceof CabinetError && error.code === 'concurrentChange') return 'changed';
    throw error;
  }
}

async function mark(
  found: ApplicationRecord,
  erased: ApplicationRecord,
  { store, now }: ErasureParts,
): Promise<ApplicationRecord> {
  const marked = {
    ...(found.state === 'draft' ? { ...found, form: undefined } : erased),
    version: found.version + 1,
    erasedAt: now.toISOString(),
  };
  if (found.state === marked.state) {
    await store.save(found, marked);
    return marked;
  }
  // It was not answered by the end of the term.
  const refused = withNextEvent(marked);
  const change = applicationChanges(found, refused);
  await store.save(found, refused, { at: refused.updatedAt, happening: { kind: 'unanswered', change } });
  return refused;
}

async function eraseDraft(marked: ApplicationRecord, { store, files }: ErasureParts): Promise<void> {
  // Page by page; usually there is only one.
  for (;;) {
    const { scans, removals } = await store.readChildren(marked, undefined);
    const all = [...removals.scans, ...removals.events];
    if (all.length === 0) break;
    await eraseObjects(marked, scans, files);
    await store.write(all);
  }
  await store.removeApplication(marked);
}

async function eraseDecided(marked: ApplicationRecord, { store, files, now }: ErasureParts): Promise<void> {
  let after: string | undefined;
  do {
    const { scans, removals, redactions, next } = await store.readChildren(marked, after);
    await eraseObjects(marked, scans, files);
    await store.write([...redactions, ...removals.scans]);
    after = next;
  } while (after !== undefined);
  const finished = withNextEvent({ ...marked, eraseAt: undefined, version: marked.version + 1 });
  await store.save(marked, finished, {
    at: now.toISOString(),
    happening: { kind: 'erased', change: [] },
  });
}

/**
 * Erases the bytes of a removed file, of which a crash or an inspection may have left something, and then forgets it
 * (`shared/uploads/removal.ts`). The index may still name one that an earlier run has erased.
 */
export async function eraseRemovedObject(
  removed: RemovedObject,
  { store, files }: Pick<ErasureParts, 'store' | 'files'>,
): Promise<void> {
  const { bucket, objectKey } = removed;
  await filesOf(files, bucket).erase([quarantineKey(objectKey), objectKey]);
  try {
    await store.forgetObject(removed);
  } catch (error) {
    if (!isConflict(error)) throw error;
  }
}

/** Erases objects before their records: a leftover record shows what is still to be erased. */
async function eraseObjects(
  { id }: ApplicationRecord,
  scans: readonly ScanRecord[],
  files: BucketFiles,
): Promise<void> {
  const keys = scans.map((scan) => packageScans.objectKey({ applicationId: id }, scan.id));
  if (keys.length === 0) return;
  await filesOf(files, packageScans.bucket).erase(keys.flatMap((key) => [key, quarantineKey(key)]));
}

function filesOf(files: BucketFiles, bucket: UploadBucket): ErasableFiles {
  const found = files.get(bucket);
  if (found === undefined) throw new Error('A bucket that this function does not know');
  return found;
}
