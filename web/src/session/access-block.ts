import { createBarrier } from './barrier.ts';

/** Error codes of access blocks, which apply to every request until resolved. */
const removable = ['rulesNotAccepted', 'mfaRequired'] as const;

export type RemovableAccessBlock = (typeof removable)[number];

/** Shown over the open page while the API refuses everything; refused requests wait for it. */
export const accessBlockBarrier = createBarrier<RemovableAccessBlock>();

/** The access block that an error code names. */
export function removableAccessBlock(code: string | undefined): RemovableAccessBlock | undefined {
  return removable.find((known) => known === code);
}
