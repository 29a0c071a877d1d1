import type { Problem } from '../../shared/errors.ts';
import { moscowDayOf } from '../../shared/time/moscow-day.ts';

/** Dates that an order can request. */
export interface RequestedDates {
  readonly requestedStartDate?: string | undefined;
  readonly requestedCompletionDate?: string | undefined;
}

/**
 * Reports requested dates that are before today in Moscow, or an end before the start.
 *
 * @param wished dates of this request
 * @param all these and the unchanged dates
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
