import type { Rule } from './rules.ts';

/** Running schedules. */
export interface Schedules {
  stop(): void;
}

/** Maximum delay of a timer, in milliseconds. */
const maxTimerMs = 2 ** 31 - 1;

/**
 * Starts every schedule. Runs that were due while the local stack was off are skipped.
 * @param fire called at each time of a schedule
 */
export function startSchedules(rules: readonly Rule[], fire: (rule: Rule, instant: Date) => void): Schedules {
  const timers = new Map<Rule, NodeJS.Timeout>();
  const plan = (rule: Rule, after: Date): void => {
    const instant = rule.schedule?.(after);
    if (instant) wait(rule, instant);
  };
  const wait = (rule: Rule, instant: Date): void => {
    const milliseconds = Math.max(0, instant.getTime() - Date.now());
    const timer = setTimeout(
      () => {
        if (milliseconds > maxTimerMs) {
          wait(rule, instant);
          return;
        }
        fire(rule, instant);
        // After the machine has slept, there is one run instead of all missed ones.
        plan(rule, new Date(Math.max(instant.getTime(), Date.now())));
      },
      Math.min(milliseconds, maxTimerMs),
    );
    timers.set(rule, timer);
  };
  for (const rule of rules) plan(rule, new Date());
  return {
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
