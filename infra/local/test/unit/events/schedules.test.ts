import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compilePattern } from '../../../events/pattern.ts';
import type { Rule } from '../../../events/rules.ts';
import { parseSchedule } from '../../../events/schedule.ts';
import { startSchedules } from '../../../events/schedules.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T11:00:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const rule = (expression: string): Rule => ({
  ...{ name: expression, arn: '', bus: undefined, scheduleSource: 'aws.events', targets: [] },
  matches: compilePattern({}),
  schedule: parseSchedule(expression, 'UTC'),
});

function runFor(milliseconds: number, ...expressions: string[]): string[] {
  const fired: string[] = [];
  const schedules = startSchedules(expressions.map(rule), ({ name }, instant) =>
    fired.push(`${name} ${instant.toISOString()}`),
  );
  vi.advanceTimersByTime(milliseconds);
  schedules.stop();
  vi.advanceTimersByTime(milliseconds);
  return fired;
}

test('Schedules fire at each of their instants until they are stopped', () => {
  expect(runFor(150_000, 'rate(1 minute)', 'cron(1/2 11 * * ? *)', 'at(2026-11-22T11:02:00)')).toEqual([
    'cron(1/2 11 * * ? *) 2026-11-22T11:01:00.000Z',
    'rate(1 minute) 2026-11-22T11:01:30.000Z',
    'at(2026-11-22T11:02:00) 2026-11-22T11:02:00.000Z',
    'rate(1 minute) 2026-11-22T11:02:30.000Z',
    'cron(1/2 11 * * ? *) 2026-11-22T11:03:00.000Z',
  ]);
});

test('An instant beyond the longest timer fires on time', () => {
  const days = 24 * 60 * 60 * 1000;
  expect(runFor(39 * days, 'cron(0 0 31 12 ? 2026)')).toEqual([
    'cron(0 0 31 12 ? 2026) 2026-12-31T00:00:00.000Z',
  ]);
});
