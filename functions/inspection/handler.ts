import type { Context } from 'aws-lambda';
import type { Quarantine } from '../../shared/files/quarantine.ts';
import type { Log } from '../../shared/observability/log.ts';
import { inspect, type InspectionParts } from './inspection.ts';
import { parseInspectionEvent } from './inspection-event.ts';

interface HandlerParts extends Omit<InspectionParts, 'quarantine'> {
  /** The quarantines by bucket name. */
  readonly quarantines: ReadonlyMap<string, Quarantine>;
  readonly log: Log;
  /** Adds the invocation's request id to the log. */
  readonly addContext: (context: Context) => void;
}

/** Handles one event. Its errors contain no file names or personal data, since Lambda logs them. */
export function createInspection({ log, addContext, quarantines, ...parts }: HandlerParts) {
  return async (event: unknown, context: Context): Promise<void> => {
    addContext(context);
    try {
      const { bucket, key, malware } = parseInspectionEvent(event);
      const quarantine = quarantines.get(bucket);
      if (quarantine === undefined) throw new UnknownBucket();
      log('uploadInspected', { outcome: await inspect({ ...parts, quarantine }, key, malware) });
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log('inspectionFailed', { error: name });
      throw new InspectionFailed(name);
    }
  };
}

/** Makes Lambda retry without logging the original message, which may contain an object key. */
class InspectionFailed extends Error {
  constructor(name: string) {
    super(name);
    this.name = 'InspectionFailed';
  }
}

/** The event is for a bucket that takes no uploads. */
class UnknownBucket extends Error {
  override name = 'UnknownBucket';
}
