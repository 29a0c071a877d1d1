import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { CabinetError } from '../../shared/errors.ts';

/** How often a change is attempted while only the history of the application grows. */
const maxAttempts = 5;

/**
 * Reads and changes an application, and retries if only its history has grown in between, as when a scan is opened: that
 * leaves the version unchanged and must not block a change.
 *
 * @throws CabinetError `concurrentChange` if the application itself was changed, or after the last attempt; other errors
 *   at once
 */
export async function retryWhileUnchanged<Found extends { readonly application: ApplicationRecord }, Result>(
  read: () => Promise<Found>,
  change: (found: Found) => Promise<Result>,
): Promise<Result> {
  let found = await read();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await change(found);
    } catch (error) {
      const isRace = error instanceof CabinetError && error.code === 'concurrentChange';
      if (!isRace || attempt === maxAttempts) throw error;
      const { version } = found.application;
      found = await read();
      if (found.application.version !== version) throw error;
    }
  }
}
