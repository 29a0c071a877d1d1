import { OutsideScope } from '../auth/outside-scope.ts';
import { CabinetError } from '../errors.ts';
import { framesOf, type Log } from '../observability/log.ts';
import { ContractBroken } from './respond.ts';

/** Maps an error to the answer for the caller; unexpected errors are logged. */
export function cabinetErrorOf(error: unknown, routeId: string, log: Log): CabinetError {
  if (error instanceof OutsideScope) return new CabinetError('notFound');
  if (error instanceof CabinetError) return error;
  if (error instanceof ContractBroken) {
    log('contractBroken', { routeId, pointers: error.pointers });
    return new CabinetError('internal');
  }
  const name = error instanceof Error ? error.name : typeof error;
  if (isDependencyFailure(error)) {
    log('dependencyFailed', { routeId, error: name });
    return new CabinetError('unavailable');
  }
  log('unexpectedError', { routeId, error: name, stack: framesOf(error) });
  return new CabinetError('internal');
}

/** Whether an SDK's call failed for reasons that pass: throttling, time-outs, a broken connection, the service's own 5xx. */
function isDependencyFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('$retryable' in error && error.$retryable !== undefined) return true;
  if ('$fault' in error && error.$fault === 'server') return true;
  return passing.has(error.name) || ('code' in error && passing.has(String(error.code)));
}

const passing: ReadonlySet<string> = new Set([
  'TimeoutError',
  'AbortError',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionInProgressException',
  'InternalServerError',
  'ServiceUnavailable',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
