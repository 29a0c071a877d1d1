import type { Context } from 'aws-lambda';
import type { Quarantine } from '../../shared/files/quarantine.ts';
import type { Log } from '../../shared/observability/log.ts';
import { inspect, type InspectionParts } from './inspection.ts';
import { readNotice } from './inspection-event.ts';

interface HandlerParts extends Omit<InspectionParts, 'quarantine'> {
  /** What is inspected, by the names of the buckets. */
  readonly quarantines: ReadonlyMap<string, Quarantine>;
  readonly log: Log;
  /** Gives the invocation's request id to the log. */
  readonly addContext: (context: Context) => void;
}

/** Handles one event. What it throws names no file and nobody: Lambda writes it into the log. */
export function createInspection({ log, addContext, quarantines, ...parts }: HandlerParts) {
  return async (event: unknown, context: Context): Promise<void> => {
    addContext(context);
    try {
      const { bucket, key, malware } = readNotice(event);
      const quarantine = quarantines.get(bucket);
      if (quarantine === undefined) throw new OtherBucket();
      log('uploadInspected', { outcome: await inspect({ ...parts, quarantine }, key, malware) });
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log('inspectionFailed', { error: name });
      throw new InspectionFailed(name);
    }
  };
}

/** Lets Lambda try again without repeating the message of what failed, which may quote a key. */
class InspectionFailed extends Error {
  constructor(name: string) {
    super(name);
    this.name = 'InspectionFailed';
  }
}

/** The event is about a bucket that takes no uploads. */
class OtherBucket extends Error {
  override name = 'OtherBucket';
}
