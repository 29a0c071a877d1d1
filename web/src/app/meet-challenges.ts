import { challengeBarrier } from '../session/challenge.ts';
import { reloadOnce } from '../kit/lazy/reload.ts';

/** Reloads the page whenever the firewall challenges one of its requests, which is how a browser solves a challenge. */
export function meetChallenges(): void {
  challengeBarrier.subscribe(() => {
    if (challengeBarrier.reason() === undefined) return;
    void reloadOnce().then((reloading) => {
      if (!reloading) challengeBarrier.lift();
    });
  });
}
