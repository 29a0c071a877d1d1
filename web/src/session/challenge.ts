import { createBarrier } from './barrier.ts';

/** Requests that the firewall challenged wait here for the page to reload; lifted if it does not. */
export const challengeBarrier = createBarrier<'challenged'>();
