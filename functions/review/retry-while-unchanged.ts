import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';

/**
 * Changes an application as it was read, and retries if only its history has grown in between, as when a scan is opened:
 * that leaves the version unchanged and must not block a change.
 *
 * @param attribute must still be the same for a retry: the version, or, for a change of the package, the state
 * @throws CabinetError `concurrentChange` if the attribute has changed, or after the last attempt; other errors at once
 */
export async function retryWhileUnchanged<Found extends { readonly application: ApplicationRecord }, Result>(
  attribute: 'version' | 'state',
  found: Found,
  read: () => Promise<Found>,
  change: (found: Found) => Promise<Result>,
): Promise<Result> {
  let current = found;
  return retryOnConflict(
    () => change(current),
    async () => {
      current = await read();
      return current.application[attribute] === found.application[attribute];
    },
  );
}
