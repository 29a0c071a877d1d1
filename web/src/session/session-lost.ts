import { createBarrier } from './barrier.ts';

const barrier = createBarrier<'lost'>();

/** Reports that the session is over; resolves once the user has signed in again. */
export function reportSessionLost(): Promise<void> {
  return barrier.raise('lost');
}

/** Tells everybody who waits that the session is back. */
export function reportSessionRestored(): void {
  barrier.lift();
}

/** Hears of the session being lost and restored. Returns what ends the listening. */
export function onSessionChange(listener: () => void): () => void {
  return barrier.subscribe(listener);
}

export function isSessionLost(): boolean {
  return barrier.reason() !== undefined;
}
