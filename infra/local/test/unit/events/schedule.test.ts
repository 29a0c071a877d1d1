import { expect, test } from 'vitest';
import { parseSchedule } from '../../../events/schedule.ts';

// A Sunday.
const after = new Date('2026-11-22T11:00:30Z');
const next = (expression: string, timezone = 'UTC') =>
  parseSchedule(expression, timezone)(after)?.toISOString();

test.each([
  ['rate(1 minute)', '2026-11-22T11:01:30.000Z'],
  ['rate(2 hours)', '2026-11-22T13:00:30.000Z'],
  ['rate(7 days)', '2026-11-29T11:00:30.000Z'],
  ['cron(0 3 * * ? *)', '2026-11-23T03:00:00.000Z'],
  ['cron(15 10 ? * 2 *)', '2026-11-23T10:15:00.000Z'],
  ['cron(0 8 1 * ? *)', '2026-12-01T08:00:00.000Z'],
  ['cron(0/15 * * * ? *)', '2026-11-22T11:15:00.000Z'],
  ['cron(5,35/20 * * * ? *)', '2026-11-22T11:05:00.000Z'],
  ['cron(0 18 ? * MON-FRI *)', '2026-11-23T18:00:00.000Z'],
  ['cron(0 9 L * ? *)', '2026-11-30T09:00:00.000Z'],
  ['cron(0 9 15W * ? 2027)', '2027-01-15T09:00:00.000Z'],
  ['cron(0 9 ? * 6#3 *)', '2026-12-18T09:00:00.000Z'],
  ['cron(0 9 ? * 3L *)', '2026-11-24T09:00:00.000Z'],
  ['cron(0 9 ? * L *)', '2026-11-28T09:00:00.000Z'],
  ['cron(0 9 * * ? 2020)', undefined],
  ['at(2026-12-31T23:59:00)', '2026-12-31T23:59:00.000Z'],
  ['at(2020-12-31T23:59:00)', undefined],
])('%s', (expression, instant) => {
  expect(next(expression)).toBe(instant);
});

test('A schedule has its time zone', () => {
  expect(next('cron(0 3 * * ? *)', 'Europe/Moscow')).toBe('2026-11-23T00:00:00.000Z');
  expect(next('at(2026-12-31T23:59:00)', 'Europe/Moscow')).toBe('2026-12-31T20:59:00.000Z');
});

test.each([
  'rate(0 minutes)',
  'rate(5 weeks)',
  'cron(0 3 * * *)',
  'cron(0 3 * * * *)',
  'cron(0 3 ? * ? *)',
  'cron(99 3 * * ? *)',
  'every day',
])('%s is refused', (expression) => {
  expect(() => parseSchedule(expression, 'UTC')).toThrow('EventBridge does not support');
});
