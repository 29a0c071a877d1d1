/**
 * Holds requests back until the user has resolved something: raising it waits until it is lifted.
 */
export interface Barrier<Reason> {
  /** Raises the barrier, and resolves once it is lifted. */
  readonly raise: (reason: Reason) => Promise<void>;
  /** Resumes all waiting requests. */
  readonly lift: () => void;
  /** Subscribes to raising and lifting. Returns a function that unsubscribes. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reason; undefined while it is not raised. */
  readonly reason: () => Reason | undefined;
}

export function createBarrier<Reason>(): Barrier<Reason> {
  const listeners = new Set<() => void>();
  let raised: Reason | undefined;
  let waiting: (() => void)[] = [];
  const set = (reason: Reason | undefined) => {
    raised = reason;
    for (const listener of listeners) listener();
  };
  return {
    raise: (reason) => {
      set(reason);
      return new Promise((resolve) => waiting.push(resolve));
    },
    lift: () => {
      set(undefined);
      const resolved = waiting;
      waiting = [];
      for (const resolve of resolved) resolve();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reason: () => raised,
  };
}
