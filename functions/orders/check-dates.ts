import type { Problem } from '../../shared/errors.ts';
import { moscowDayOf } from '../../shared/time/moscow-day.ts';

/** Dates that an order can wish for. */
export interface RequestedDates {
  readonly requestedStartDate?: string | undefined;
  readonly requestedCompletionDate?: string | undefined;
}

/**
 * Says what is wrong with the dates that are wished for: no day before today in Moscow, no end before the start.
 *
 * @param wished dates that are asked for now
 * @param all those and the ones that stay as they are
 */
export function problemsOfDates(wished: RequestedDates, all: RequestedDates, now: Date): Problem[] {
  const today = moscowDayOf(now);
  const problems = (['requestedStartDate', 'requestedCompletionDate'] as const).flatMap((name): Problem[] => {
    const date = wished[name];
    if (date === undefined || moscowDayOf(new Date(date)) >= today) return [];
    return [
      {
        pointer: `/${name}`,
        message: { ru: `Не раньше сегодняшнего дня, ${today}`, en: `Not before today, ${today}` },
      },
    ];
  });
  const { requestedStartDate: start, requestedCompletionDate: end } = all;
  if (start !== undefined && end !== undefined && new Date(start) > new Date(end)) {
    problems.push({
      pointer: '/requestedCompletionDate',
      message: { ru: 'Не раньше requestedStartDate', en: 'Not before requestedStartDate' },
    });
  }
  return problems;
}
