import { CabinetError } from '../errors.ts';

/** How often an attempt is made while parallel requests change the same item. */
const attempts = 5;

/**
 * Repeats a read and a conditional write that lost to a concurrent change.
 *
 * @throws CabinetError `concurrentChange` after the last attempt, and whatever else an attempt throws, at once
 */
export async function retryOnConflict<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      const isRace = error instanceof CabinetError && error.code === 'concurrentChange';
      if (!isRace || left === 0) throw error;
    }
  }
}
