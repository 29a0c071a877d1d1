/** In which order a cabinet ends: nothing is taken away from what still works with it. */
const phases = ['callers', 'deliveries', 'functions', 'stores'] as const;
type Phase = (typeof phases)[number];

type End = () => void | Promise<void>;

/** What has been started and is to be ended. */
export interface Ending {
  /** Adds a part of a phase; within one, what came last ends first. `end` is called once. */
  add(phase: Phase, end: End): void;
  /** Ends everything, even when a part fails; rejects with the first failure then. Does nothing a second time. */
  run(): Promise<void>;
}

export function createEnding(): Ending {
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
