/** A semaphore. */
export interface ConcurrencyLimit {
  /** Takes a permit immediately; false when there is none. */
  tryAcquire(): boolean;
  /** Waits for a permit, first come, first served. */
  acquire(): Promise<void>;
  release(): void;
}

/** A semaphore of `limit` permits. */
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
