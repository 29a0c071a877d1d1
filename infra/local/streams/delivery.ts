import { readItemFailures, type StreamMapping } from '../lambda/event-source-mappings.ts';
import type { Invocation } from '../lambda/runtime.ts';
import type { StreamRecord } from './record.ts';

/** Why records were discarded, in Lambda's terms. */
export type DiscardCondition = 'RetryAttemptsExhausted' | 'MaximumRecordAgeExceeded';

export interface DeliverySources {
  readonly mapping: Pick<StreamMapping, 'maximumRetries' | 'maximumAge' | 'bisects' | 'reportsItemFailures'>;
  readonly invoke: (records: readonly StreamRecord[]) => Promise<Invocation>;
  /** Called for records that will not be retried. */
  readonly discard: (
    records: readonly StreamRecord[],
    condition: DiscardCondition,
    invocations: number,
  ) => void;
  /** Called when everything up to this record is finished. */
  readonly checkpoint: (sequenceNumber: string) => void;
  /** Waits before a retry. Resolves with false when there will be none. */
  readonly pause: (attempt: number) => Promise<boolean>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Records that are delivered together. */
interface Batch {
  readonly records: readonly StreamRecord[];
  readonly retries: number;
}

/**
 * Delivers records in order until each is processed or discarded. A failing batch is bisected if the mapping says so,
 * which does not count as a retry; if the function reports failed items, the batch is retried from the first of them.
 * Resolves with false when it was stopped. Source: AWS Lambda Developer Guide, "Retaining discarded records from a
 * DynamoDB event source".
 */
export async function deliver(records: readonly StreamRecord[], sources: DeliverySources): Promise<boolean> {
  const { mapping, checkpoint, discard, pause } = sources;
  const waiting: Batch[] = [{ records, retries: 0 }];
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    const remaining = dropExpired(batch, sources);
    const first = remaining[0];
    if (!first) continue;
    const { failedFrom, throttled } = await attempt(remaining, sources);
    const succeeded = failedFrom === undefined ? remaining : remaining.slice(0, failedFrom);
    const done = succeeded.at(-1);
    if (done) checkpoint(done.sequenceNumber);
    if (failedFrom === undefined) continue;

    const failed = remaining.slice(failedFrom);
    // Processed records are progress: the record that now comes first starts with no retries.
    const retries = failedFrom > 0 ? 0 : batch.retries;
    if (mapping.bisects && failed.length > 1 && failedFrom === 0 && !throttled) {
      const half = Math.ceil(failed.length / 2);
      waiting.unshift({ records: failed.slice(0, half), retries }, { records: failed.slice(half), retries });
    } else if (mapping.maximumRetries !== -1 && retries >= mapping.maximumRetries && !throttled) {
      discard(failed, 'RetryAttemptsExhausted', retries + 1);
      checkpoint(failed.at(-1)?.sequenceNumber ?? '');
    } else {
      if (!(await pause(retries))) return false;
      waiting.unshift({ records: failed, retries: throttled ? retries : retries + 1 });
    }
  }
  return true;
}

/** Discards records that are too old; they come first, since a stream is ordered. */
function dropExpired(
  { records, retries }: Batch,
  { mapping, now, discard, checkpoint }: DeliverySources,
): readonly StreamRecord[] {
  if (mapping.maximumAge === -1) return records;
  const oldest = now() - mapping.maximumAge * 1000;
  const remaining = records.filter(({ createdAt }) => createdAt >= oldest);
  const expired = records.filter(({ createdAt }) => createdAt < oldest);
  const last = expired.at(-1);
  if (last) {
    discard(expired, 'MaximumRecordAgeExceeded', retries);
    checkpoint(last.sequenceNumber);
  }
  return remaining;
}

/** Index of the first record that failed; undefined when all succeeded. */
async function attempt(
  records: readonly StreamRecord[],
  { mapping, invoke }: DeliverySources,
): Promise<{ failedFrom: number | undefined; throttled: boolean }> {
  const { payload, error } = await invoke(records);
  if (payload === undefined)
    return { failedFrom: 0, throttled: error?.errorType === 'TooManyRequestsException' };
  if (!mapping.reportsItemFailures) return { failedFrom: undefined, throttled: false };
  const identifiers = records.map(({ sequenceNumber }) => sequenceNumber);
  const failures = readItemFailures(payload, identifiers);
  if (!failures) return { failedFrom: 0, throttled: false };
  const first = identifiers.findIndex((identifier) => failures.includes(identifier));
  return { failedFrom: first === -1 ? undefined : first, throttled: false };
}
