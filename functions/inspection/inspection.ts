import type { Quarantine } from '../../shared/files/quarantine.ts';
import type { UploadRecord, UploadRefusal } from '../../shared/files/upload-record.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import { inspectContent } from './inspect-content.ts';
import type { UploadAddress, UploadStore } from './store.ts';

export interface InspectionParts {
  readonly uploads: UploadStore;
  readonly quarantine: Quarantine;
  readonly clock: () => Date;
}

/** What became of an upload: judged, still waiting for the other verdict, or not awaited by anybody. */
export type Outcome = 'accepted' | 'inspecting' | 'gone' | UploadRefusal;

/**
 * Takes an upload one step further. An object is released once both verdicts are in, and every step can be done
 * again: copied, then recorded, then erased from quarantine, so that a crash between any two of them leaves what the
 * next delivery of the event finishes.
 *
 * @param malware what the scanner found; without it the event is that the object came, and its content is looked at
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
  // The other verdict may arrive at the same moment.
  return retryOnConflict(() => attempt(parts, address, malware));
}

async function attempt(
  { uploads, quarantine, clock }: InspectionParts,
  address: UploadAddress,
  malware: 'clean' | UploadRefusal | undefined,
): Promise<Outcome> {
  const upload = await uploads.read(address);
  if (upload === undefined) {
    // Taken back meanwhile, perhaps between a copy and its record.
    await quarantine.erase([address.quarantined, address.accepted]);
    return 'gone';
  }
  if (upload.state === 'accepted' || upload.state === 'refused') {
    await quarantine.erase([address.quarantined]);
    return outcomeOf(upload);
  }

  const verdicts = {
    ...upload.verdicts,
    ...(malware === undefined ? await lookAt(quarantine, address, upload) : { malware }),
  };
  const refusal = [verdicts.content, verdicts.malware].find(isRefusal);
  if (refusal === undefined && (verdicts.content === undefined || verdicts.malware === undefined)) {
    await uploads.keep(address, upload, { state: 'inspecting', verdicts });
    return 'inspecting';
  }
  const isReleased =
    refusal === undefined && (await quarantine.release(address.quarantined, address.accepted));
  if (refusal === undefined && !isReleased) return 'gone';
  const inspectedAt = clock().toISOString();
  const state = refusal === undefined ? 'accepted' : 'refused';
  await uploads.keep(address, upload, { state, verdicts, refusal, inspectedAt });
  await quarantine.erase([address.quarantined]);
  return refusal ?? 'accepted';
}

async function lookAt(
  quarantine: Quarantine,
  { quarantined }: UploadAddress,
  upload: UploadRecord,
): Promise<{ content?: 'clean' | UploadRefusal }> {
  const bytes = await quarantine.read(quarantined);
  return bytes === undefined ? {} : { content: await inspectContent(bytes, upload) };
}

function isRefusal(verdict: 'clean' | UploadRefusal | undefined): verdict is UploadRefusal {
  return verdict !== undefined && verdict !== 'clean';
}

function outcomeOf({ refusal }: UploadRecord): Outcome {
  return refusal ?? 'accepted';
}
