/**
 * Holds requests back until the user has resolved something: raising it waits until it is lifted.
 */
export interface Barrier<Reason> {
  /** Raises it, and resolves once it is lifted. */
  readonly raise: (reason: Reason) => Promise<void>;
  /** Lets everybody who waits go on. */
  readonly lift: () => void;
  /** Hears of it being raised and lifted. Returns what ends the listening. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Why it is raised; undefined while it is not. */
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
