import type { ApplicationEvent } from '../../shared/application/application-event.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { applicationAt } from '../../shared/application/erasure.ts';
import { scanObjectKey, type ScanRecord } from '../../shared/application/scan-record.ts';
import { CabinetError } from '../../shared/errors.ts';
import { quarantineKey } from '../../shared/files/upload-record.ts';
import type { ErasureStore } from './store.ts';

interface ErasureParts {
  readonly store: ErasureStore;
  readonly files: { readonly erase: (keys: readonly string[]) => Promise<void> };
  readonly now: Date;
}

/** What became of an application that was due. */
export type Outcome = 'draft' | 'decided' | 'unanswered' | 'changed' | 'open';

/**
 * Erases an application that is due: a draft with everything, of a decided one the scans and what it says of people. One
 * whose corrections did not come in time is refused with the same write that marks it. It is marked first, on condition
 * that nobody changed it since it was found, and leaves the index of what is due last: wherever this is interrupted, the
 * next run finds it and goes on.
 */
export async function eraseApplication(found: ApplicationRecord, parts: ErasureParts): Promise<Outcome> {
  const isDraft = found.state === 'draft';
  const now = applicationAt(parts.now, found);
  // Whatever else has got a date stays: somebody still works on it.
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
  await store.keep(found, marked, found.state === marked.state ? undefined : closing(found, marked));
  return marked;
}

/** That nobody answered, for the history: when the term ended. */
function closing(
  { state }: ApplicationRecord,
  { state: to, updatedAt }: ApplicationRecord,
): ApplicationEvent {
  return { schemaVersion: 1, at: updatedAt, by: { side: 'system' }, kind: 'unanswered', from: state, to };
}

async function eraseDraft(marked: ApplicationRecord, { store, files }: ErasureParts): Promise<void> {
  // A page of the engine at a time; mostly there is one.
  for (;;) {
    const { scans, removals } = await store.readBeside(marked, undefined);
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
    const { scans, removals, silencings, next } = await store.readBeside(marked, after);
    await eraseObjects(marked, scans, files);
    await store.write([...silencings, ...removals.scans]);
    after = next;
  } while (after !== undefined);
  const finished = { ...marked, eraseAt: undefined, version: marked.version + 1 };
  await store.keep(marked, finished, {
    schemaVersion: 1,
    at: now.toISOString(),
    by: { side: 'system' },
    kind: 'erased',
  });
}

/** Objects before records: a record that is left says what there still is to erase. */
async function eraseObjects(
  { id }: ApplicationRecord,
  scans: readonly ScanRecord[],
  files: ErasureParts['files'],
): Promise<void> {
  const keys = scans.map((scan) => scanObjectKey(id, scan.id));
  if (keys.length > 0) await files.erase(keys.flatMap((key) => [key, quarantineKey(key)]));
}
