import type { Logger } from '@aws-lambda-powertools/logger';

/**
 * Everything that the cabinet ever logs, by its code. An entry carries the fields that are listed here and no
 * others: never a whole object, never anything about a person.
 */
interface LogFields {
  /** A request was answered. */
  requestAnswered: { routeId: string; status: number; code?: string; milliseconds: number };
  /** An answer does not keep the contract of its route: the caller got 500. */
  contractBroken: { routeId: string; pointers: string };
  /** Something that nobody foresaw. The message stays out: it may quote data. */
  unexpectedError: { routeId: string; error: string; stack: string };
  /** A dependency did not answer in time, or refused. */
  dependencyFailed: { routeId: string; error: string };
  /** A record of the table's stream could not be published; it will be tried again. */
  publishFailed: { error: string; sequenceNumber: string };
  /** An upload was taken one step further: judged, or waiting for the other verdict. */
  uploadInspected: { outcome: string };
  /** An upload could not be inspected; it will be tried again, and then lie in the dead-letter queue. */
  inspectionFailed: { error: string };
  /** A run of the eraser is over: how many of what was due were erased, left as changed or as still open, or failed. */
  erased: { draft: number; decided: number; changed: number; open: number; failed: number };
  /** Something that is due could not be erased; it will be tried again. */
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
  erasureFailed: 'warn',
} as const satisfies Record<keyof LogFields, 'info' | 'warn' | 'error'>;

/** Logs one entry of the catalogue. */
export type Log = <Code extends keyof LogFields>(code: Code, fields: LogFields[Code]) => void;

/** A log that writes structured lines; `addContext` gives them the invocation's request id. */
export function createLog(logger: Logger): Log {
  return (code, fields) => {
    logger[levels[code]](code, fields);
  };
}

/** Frames of a stack without its first lines, which repeat the message. */
export function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n');
}
