import { CabinetError } from '../errors.ts';

/** How often something is tried while others change the same item at the same moment, such as a parallel upload. */
const attempts = 5;

/**
 * Reads and writes again where somebody else was faster.
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
