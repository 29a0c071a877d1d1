import { UnresolvableError, UnsupportedError } from '../template/errors.ts';
import { damaged } from './data-directory.ts';
import { DamagedFileError } from './durable-file.ts';
import { StartError } from './start-error.ts';

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://www.sqlite.org/rescode.html). */
const DAMAGE_CODES = new Set<unknown>([11, 26]);

/** Turns what a start can fail with into one sentence that says what to do; anything else stays what it is. */
export function explainFault(fault: unknown, dataDirectory: string): unknown {
  if (fault instanceof StartError || !(fault instanceof Error)) return fault;
  if ('errcode' in fault && DAMAGE_CODES.has(fault.errcode))
    return new StartError(damaged(dataDirectory, fault.message), { cause: fault });
  if (fault instanceof DamagedFileError)
    return new StartError(damaged(dataDirectory, fault.message), { cause: fault });
  if (fault.message.includes('disk image is malformed'))
    return new StartError(damaged(dataDirectory, 'dynamodb'), { cause: fault });
  if ('code' in fault && fault.code === 'EADDRINUSE')
    return new StartError(
      `A port was taken at the last moment (${fault.message}): start again, or choose another --port.`,
      { cause: fault },
    );
  if ('code' in fault && fault.code === 'ENOSPC')
    return new StartError(`The disk is full: make room for ${dataDirectory}.`, { cause: fault });
  if (fault instanceof UnsupportedError || fault instanceof UnresolvableError)
    return new StartError(`This machine cannot run what the application asks for: ${fault.message}.`, {
      cause: fault,
    });
  return fault;
}
