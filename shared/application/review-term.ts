import { addWorkingDays } from '../time/working-days.ts';

/** Working days that the carrier takes to answer an application, from its submission or from answered corrections. */
const reviewWorkingDays = 3;

/** When the carrier's answer to what came at a moment is due: the end of a working day. */
export function reviewDueAt(moment: Date): string {
  return addWorkingDays(moment, reviewWorkingDays).toISOString();
}
