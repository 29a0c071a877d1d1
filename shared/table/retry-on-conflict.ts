import { setTimeout } from 'node:timers/promises';
import { CabinetError } from '../errors.ts';

/** How often an attempt is made while parallel requests change the same item. */
const maxAttempts = 10;
/** Longest pause after the first conflict, in milliseconds; doubled after each further one, up to the second value. */
const firstPause = 20;
const maxPause = 320;

/**
 * Repeats a read and a conditional write that lost to a concurrent change. Random pauses keep requests that were sent
 * together, such as the announcements of twenty files, from losing to each other again and again.
 *
 * @param mayRepeat is asked after every conflict but the last
 * @throws CabinetError `concurrentChange` after the last attempt, and whatever else an attempt throws, at once
 */
export async function retryOnConflict<Result>(
  attempt: () => Promise<Result>,
  mayRepeat: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<Result> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isConflict(error) || attempts === maxAttempts) throw error;
      await setTimeout(Math.random() * Math.min(firstPause * 2 ** (attempts - 1), maxPause));
      if (!(await mayRepeat())) throw error;
    }
  }
}

/** Whether a write lost to a concurrent change. */
export function isConflict(error: unknown): boolean {
  return error instanceof CabinetError && error.code === 'concurrentChange';
}
