import type { Rule } from './rules.ts';

/** The schedules that are running. */
export interface Schedules {
  stop(): void;
}

/** The longest time that a timer takes, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Runs every schedule from now on. What would have run while the local stack was off does not run.
 * @param fire called at each instant of a schedule
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
        if (milliseconds > LONGEST_TIMER) {
          wait(rule, instant);
          return;
        }
        fire(rule, instant);
        // After a machine has slept, one run stands for all that it missed.
        plan(rule, new Date(Math.max(instant.getTime(), Date.now())));
      },
      Math.min(milliseconds, LONGEST_TIMER),
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
