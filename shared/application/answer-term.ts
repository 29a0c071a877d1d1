import { addDays, endOfDay, moscowDayOf } from '../time/moscow-day.ts';

/** Days that an applicant has to answer a request for corrections. */
export const answerDays = 30;

/**
 * Until when corrections that are asked for at a moment are awaited: the end of a day in Moscow. What nobody answers is
 * refused and erased then (`applicationAt`).
 */
export function answerTerm(askedAt: Date): { readonly dueAt: string; readonly eraseAt: string } {
  const dueAt = endOfDay(addDays(moscowDayOf(askedAt), answerDays)).toISOString();
  return { dueAt, eraseAt: dueAt };
}
