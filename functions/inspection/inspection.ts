import type { Quarantine } from '../../shared/files/quarantine.ts';
import type { UploadAddress } from '../../shared/uploads/upload-owner.ts';
import type { UploadRecord, UploadRefusal } from '../../shared/uploads/upload-record.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import { inspectContent } from './inspect-content.ts';
import type { UploadStore } from './store.ts';

export interface InspectionParts {
  readonly uploads: UploadStore;
  readonly quarantine: Quarantine;
  readonly clock: () => Date;
}

type Verdicts = NonNullable<UploadRecord['verdicts']>;

/** Result of an inspection step: accepted or refused, waiting for the other verdict, or without an upload record. */
export type Outcome = 'accepted' | 'inspecting' | 'gone' | UploadRefusal;

/**
 * Advances the inspection of an upload. An object is released once both verdicts are in. Every step is idempotent: the
 * object is copied, then recorded, then erased from quarantine, so that after a crash the next delivery of the event
 * finishes the work.
 *
 * @param malware the scanner's verdict; undefined if the object was just uploaded, and its content has to be checked
 */
export async function inspect(
  parts: InspectionParts,
  objectKey: string,
  malware?: 'clean' | UploadRefusal,
): Promise<Outcome> {
  const { uploads, quarantine } = parts;
  const address = uploads.locate(objectKey);
  if (address === undefined) {
    await quarantine.erase([objectKey]);
    return 'gone';
  }
  // The other verdict may arrive at the same moment: the content is inspected once, whatever happens to the record.
  let content: Promise<Verdicts> | undefined;
  const verdictOf = (upload: UploadRecord): Promise<Verdicts> => {
    if (malware !== undefined) return Promise.resolve({ malware });
    content ??= checkContent(quarantine, address, upload);
    return content;
  };
  return retryOnConflict(() => attempt(parts, address, verdictOf));
}

async function attempt(
  { uploads, quarantine, clock }: InspectionParts,
  address: UploadAddress,
  verdictOf: (upload: UploadRecord) => Promise<Verdicts>,
): Promise<Outcome> {
  const upload = await uploads.read(address);
  if (upload === undefined) {
    // The upload was removed in the meantime, perhaps after the object was copied.
    await quarantine.erase([address.quarantined, address.accepted]);
    return 'gone';
  }
  if (upload.state === 'accepted' || upload.state === 'refused') {
    await quarantine.erase([address.quarantined]);
    return outcomeOf(upload);
  }

  const verdicts = { ...upload.verdicts, ...(await verdictOf(upload)) };
  const refusal = [verdicts.content, verdicts.malware].find(isRefusal);
  if (refusal === undefined && (verdicts.content === undefined || verdicts.malware === undefined)) {
    await uploads.save(address, upload, { state: 'inspecting', verdicts });
    return 'inspecting';
  }
  const isReleased =
    refusal === undefined && (await quarantine.release(address.quarantined, address.accepted));
  if (refusal === undefined && !isReleased) return 'gone';
  const inspectedAt = clock().toISOString();
  const state = refusal === undefined ? 'accepted' : 'refused';
  await uploads.save(address, upload, { state, verdicts, refusal, inspectedAt });
  await quarantine.erase([address.quarantined]);
  return refusal ?? 'accepted';
}

async function checkContent(
  quarantine: Quarantine,
  { quarantined }: UploadAddress,
  upload: UploadRecord,
): Promise<Verdicts> {
  const bytes = await quarantine.read(quarantined);
  if (bytes === undefined) return {};
  const readRange = (offset: number, length: number) => quarantine.readRange(quarantined, offset, length);
  return { content: await inspectContent({ bytes, readRange }, upload) };
}

function isRefusal(verdict: 'clean' | UploadRefusal | undefined): verdict is UploadRefusal {
  return verdict !== undefined && verdict !== 'clean';
}

function outcomeOf({ refusal }: UploadRecord): Outcome {
  return refusal ?? 'accepted';
}
