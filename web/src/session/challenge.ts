import { createBarrier } from './barrier.ts';

/** Whoever was answered with the firewall's challenge waits here for the page to be loaded anew; lifted where it is not. */
export const challengeBarrier = createBarrier<'challenged'>();
