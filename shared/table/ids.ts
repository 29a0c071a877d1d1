import { monotonicFactory } from 'ulid';

/** Makes the next id. */
export type Ids = () => string;

/** ULIDs that grow within this process even when the clock stops or goes back. */
export function createIds(clock: () => Date): Ids {
  const next = monotonicFactory();
  return () => next(clock().getTime());
}
