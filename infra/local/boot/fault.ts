import * as z from 'zod';
import { UnresolvableError, UnsupportedError } from '../template/errors.ts';
import { damaged } from './data-directory.ts';
import { DamagedFileError } from './durable-file.ts';
import { StartError } from './start-error.ts';

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://www.sqlite.org/rescode.html). */
const sqliteDamageCodes = new Set<unknown>([11, 26]);

/** Turns known failures of a start into one sentence that says what to do; returns anything else unchanged. */
export function explainFault(fault: unknown, dataDirectory: string): unknown {
  if (fault instanceof StartError || !(fault instanceof Error)) return fault;
  const message = describe(fault, dataDirectory);
  return message === undefined ? fault : new StartError(message, { cause: fault });
}

function describe(fault: Error, dataDirectory: string): string | undefined {
  if (fault instanceof DamagedFileError) return damaged(dataDirectory, fault.message);
  if ('errcode' in fault && sqliteDamageCodes.has(fault.errcode))
    return damaged(dataDirectory, fault.message);
  if (fault.message.includes('disk image is malformed')) return damaged(dataDirectory, 'dynamodb');
  if (fault instanceof UnsupportedError || fault instanceof UnresolvableError)
    return describeUnsupported(fault.message);
  if (fault instanceof z.ZodError) return describeUnsupported(z.prettifyError(fault).replace(/\s+/g, ' '));
  switch ('code' in fault ? fault.code : undefined) {
    case 'EADDRINUSE':
      return `A port was taken at the last moment (${fault.message}): start again, or choose another --port.`;
    case 'ENOSPC':
      return `The disk is full: make room for ${dataDirectory}.`;
    default:
      return undefined;
  }
}

function describeUnsupported(what: string): string {
  return `The local stack does not support something in the template: ${what}.`;
}
