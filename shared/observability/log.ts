import type { Logger } from '@aws-lambda-powertools/logger';

/**
 * All log entries by code. An entry has exactly these fields: no whole objects, no personal data.
 */
interface LogFields {
  /** A response was sent. The request's id is that of the HTTP API, which its access log and histories have. */
  requestAnswered: {
    routeId: string;
    requestId: string;
    status: number;
    code?: string;
    milliseconds: number;
  };
  /** A response does not match the contract of its route: the caller got 500. */
  contractBroken: { routeId: string; pointers: string };
  /** An unexpected error. The message is left out, since it may quote data. */
  unexpectedError: { routeId: string; error: string; stack: string };
  /** A dependency timed out or failed. */
  dependencyFailed: { routeId: string; error: string };
  /** A record of the table's stream could not be published; it will be retried. */
  publishFailed: { error: string; sequenceNumber: string };
  /** An inspection step is complete: the upload is decided, or waits for the other verdict. */
  uploadInspected: { outcome: string };
  /** An upload could not be inspected; it will be retried, and finally go to the dead-letter queue. */
  inspectionFailed: { error: string };
  /** A run of the eraser is complete: numbers of applications that were erased, changed meanwhile, still open, or failed. */
  erased: { draft: number; decided: number; changed: number; open: number; failed: number };
  /** The bytes of a file whose record is removed could not be erased at once: the eraser erases them later. */
  erasurePostponed: { error: string };
  /** An application could not be erased; it will be retried. */
  erasureFailed: { error: string };
}

const levels = {
  requestAnswered: 'info',
  contractBroken: 'error',
  unexpectedError: 'error',
  dependencyFailed: 'warn',
  publishFailed: 'warn',
  uploadInspected: 'info',
  inspectionFailed: 'error',
  erased: 'info',
  erasurePostponed: 'warn',
  erasureFailed: 'warn',
} as const satisfies Record<keyof LogFields, 'info' | 'warn' | 'error'>;

/** Logs one entry of the catalogue. */
export type Log = <Code extends keyof LogFields>(code: Code, fields: LogFields[Code]) => void;

/** Creates a log of structured lines. The logger's `addContext` adds the invocation's request id to them. */
export function createLog(logger: Logger): Log {
  return (code, fields) => {
    logger[levels[code]](code, fields);
  };
}

/** Frames of a stack trace, without the message. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
}
