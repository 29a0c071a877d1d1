import { createBarrier } from './barrier.ts';

/** What everything is refused with until its owner does something about it. */
const removable = ['rulesNotAccepted', 'mfaRequired'] as const;

export type RemovableHindrance = (typeof removable)[number];

/** Stands over whatever page is open while the cabinet answers nothing; whoever was refused waits behind it. */
export const hindranceBarrier = createBarrier<RemovableHindrance>();

/** The hindrance that a code names. */
export function removableHindrance(code: string | undefined): RemovableHindrance | undefined {
  return removable.find((known) => known === code);
}
