import type { Context } from 'aws-lambda';
import type { Log } from '../../shared/observability/log.ts';
import { inspect, type InspectionParts } from './inspection.ts';
import { readNotice } from './inspection-event.ts';

interface HandlerParts extends InspectionParts {
  readonly log: Log;
  /** Gives the invocation's request id to the log. */
  readonly adopt: (context: Context) => void;
}

/** Handles one event. What it throws names no file and nobody: Lambda writes it into the log. */
export function createInspection({ log, adopt, ...parts }: HandlerParts) {
  return async (event: unknown, context: Context): Promise<void> => {
    adopt(context);
    try {
      const { key, malware } = readNotice(event);
      log('uploadInspected', { outcome: await inspect(parts, key, malware) });
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
