import { addWorkingDays } from '../time/working-days.ts';

/** Working days that the carrier has to answer an application, from its submission or from answered corrections. */
const reviewWorkingDays = 3;

/** Due date of the carrier's answer: the end of a working day. */
export function reviewDueAt(moment: Date): string {
  return addWorkingDays(moment, reviewWorkingDays).toISOString();
}
