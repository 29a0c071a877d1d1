/** A place among those that may run at the same time. */
export interface ConcurrencyLimit {
  /** Takes a place at once; false when there is none. */
  tryAcquire(): boolean;
  /** Waits for a place, first come, first served. */
  acquire(): Promise<void>;
  release(): void;
}

/** At most `limit` places are taken at the same time. */
export function createConcurrencyLimit(limit: number): ConcurrencyLimit {
  let taken = 0;
  const waiting: (() => void)[] = [];
  const tryAcquire = (): boolean => {
    if (taken >= limit) return false;
    taken += 1;
    return true;
  };
  return {
    tryAcquire,
    acquire: async () => {
      if (!tryAcquire())
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
    },
    release: () => {
      const next = waiting.shift();
      if (next) next();
      else taken -= 1;
    },
  };
}
