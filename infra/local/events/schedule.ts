import { Cron } from 'croner';
import { UnsupportedError } from '../template/errors.ts';

/** The next run of a schedule after an instant; undefined when there is none. */
export type Schedule = (after: Date) => Date | undefined;

const msPerUnit: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
/** Maximum values of the fields of a cron expression: minutes, hours, days, months, weekdays, years. */
const maxFieldValues = [59, 23, 31, 12, 7, 2199];

/**
 * Parses `rate(…)`, `cron(…)` or `at(…)`; a rate counts from the start of the local stack. Source: Amazon EventBridge
 * User Guide, "Setting a schedule pattern for scheduled rules".
 * @param timezone IANA name; UTC for rules
 * @throws {UnsupportedError} for an expression that EventBridge does not support
 */
export function parseSchedule(expression: string, timezone: string): Schedule {
  const [, kind, body = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return parseRate(expression, body);
  if (kind === 'cron') return parseCron(expression, body, timezone);
  if (kind === 'at') {
    const instant = new Cron(body, { paused: true, timezone }).nextRun(new Date(0)) ?? undefined;
    return (after) => (instant && instant > after ? instant : undefined);
  }
  throw refuse(expression);
}

function parseRate(expression: string, body: string): Schedule {
  const [, count = '0', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(body) ?? [];
  const milliseconds = Number(count) * (msPerUnit[unit] ?? 0);
  if (milliseconds === 0) throw refuse(expression);
  return (after) => new Date(after.getTime() + milliseconds);
}

function parseCron(expression: string, body: string, timezone: string): Schedule {
  const fields = body.trim().split(/\s+/);
  const [, , dayOfMonth, , dayOfWeek] = fields;
  if (fields.length !== 6 || (dayOfMonth === '?') === (dayOfWeek === '?')) throw refuse(expression);
  const translated = fields.map((field, index) => translate(field, index));
  try {
    // AWS has no seconds, and counts weekdays from 1 for Sunday.
    const cron = new Cron(['0', ...translated].join(' '), {
      paused: true,
      timezone,
      mode: '7-part',
      alternativeWeekdays: true,
    });
    return (after) => cron.nextRun(after) ?? undefined;
  } catch (error) {
    throw new UnsupportedError(`EventBridge does not support ${expression}`, { cause: error });
  }
}

/** A step may start at a number (`5/15`), and a single `L` is the last day of the week. */
function translate(field: string, index: number): string {
  if (index === 4 && field === 'L') return '7';
  return field.replace(/(^|,)(\d+)\//g, `$1$2-${maxFieldValues[index] ?? ''}/`);
}

function refuse(expression: string): UnsupportedError {
  return new UnsupportedError(`EventBridge does not support ${expression}`);
}
