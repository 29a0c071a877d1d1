/** Rounds of each kind of fault in `npm test`; `npm run faults` runs the full count. */
const roundsOfEveryRun = 3;

/**
 * Numbers of the rounds of a fault that chance decides: a kill at some moment, a race. To add a kind, write it in a
 * `*.faults.test.ts` with `test.each(faultRounds(50))('…, round %i', …)`: `npm run faults` finds files by that name.
 *
 * @param fullCount rounds that show it to hold; fewer are run where `FAULT_ROUNDS` is not `full`
 */
export function faultRounds(fullCount: number): readonly number[] {
  const count = process.env['FAULT_ROUNDS'] === 'full' ? fullCount : Math.min(fullCount, roundsOfEveryRun);
  return Array.from({ length: count }, (_, index) => index + 1);
}
