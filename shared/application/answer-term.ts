import { addDays, endOfDay, moscowDayOf } from '../time/moscow-day.ts';

/** Days that an applicant has to answer a correction request. */
export const answerDays = 30;

/**
 * Due date of requested corrections: the end of a day in Moscow. After that the application is refused and erased
 * (`applicationAt`).
 */
export function answerTerm(requestedAt: Date): { readonly dueAt: string; readonly eraseAt: string } {
  const dueAt = endOfDay(addDays(moscowDayOf(requestedAt), answerDays)).toISOString();
  return { dueAt, eraseAt: dueAt };
}
