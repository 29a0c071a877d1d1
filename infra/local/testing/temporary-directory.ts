import { statfsSync } from 'node:fs';

const memory = '/dev/shm';
/** More than a run writes, browsers' profiles included. */
const minFreeBytes = 4 * 1024 ** 3;

/**
 * A directory in memory for a run's temporary files, where the system has one with room: databases write durably, and
 * on a disk the tests would wait for it more than they work. What a kill loses is the same in both.
 *
 * @returns undefined where the usual directory has to do
 */
export function memoryDirectory(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= minFreeBytes ? memory : undefined;
  } catch {
    return undefined;
  }
}
