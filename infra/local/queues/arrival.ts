/** Wakes up waiters when something arrives. */
export interface Arrival {
  /** Resolves when something arrives under this key, after the timeout, or immediately after `close`. */
  wait(key: string, milliseconds: number): Promise<void>;
  announce(key: string): void;
  close(): void;
}

export function createArrival(): Arrival {
  const waiting = new Map<string, Set<() => void>>();
  let closed = false;
  return {
    wait: (key, milliseconds) =>
      new Promise((resolve) => {
        if (closed) {
          resolve();
          return;
        }
        const others = waiting.get(key) ?? new Set();
        waiting.set(key, others);
        const wake = (): void => {
          clearTimeout(timer);
          others.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, milliseconds);
        others.add(wake);
      }),
    announce: (key) => {
      for (const wake of [...(waiting.get(key) ?? [])]) wake();
    },
    close: () => {
      closed = true;
      for (const wakes of waiting.values()) for (const wake of [...wakes]) wake();
    },
  };
}
