/** The order of a shutdown: nothing is stopped while something else still depends on it. */
const phases = ['callers', 'deliveries', 'functions', 'stores'] as const;
type Phase = (typeof phases)[number];

type End = () => void | Promise<void>;

/** Collects what was started and has to be stopped. */
export interface Shutdown {
  /** Adds a part to a phase; within a phase, the last one added stops first. `end` is called once. */
  add(phase: Phase, end: End): void;
  /**
   * Stops everything, even when a part fails; then rejects with the first failure. Does nothing when called again.
   */
  run(): Promise<void>;
}

export function createShutdown(): Shutdown {
  const ends = new Map<Phase, End[]>(phases.map((phase) => [phase, []]));
  return {
    add: (phase, end) => {
      ends.get(phase)?.unshift(end);
    },
    run: async () => {
      const failures: unknown[] = [];
      for (const phase of phases)
        for (const end of ends.get(phase)?.splice(0) ?? []) {
          try {
            await end();
          } catch (error) {
            failures.push(error);
          }
        }
      if (failures.length > 0) throw failures[0];
    },
  };
}
