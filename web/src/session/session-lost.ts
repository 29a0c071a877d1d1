import { createBarrier } from './barrier.ts';

const barrier = createBarrier<'lost'>();

/** Reports that the session has ended; resolves once the user has signed in again. */
export function reportSessionLost(): Promise<void> {
  return barrier.raise('lost');
}

/** Resumes requests that wait for the session. */
export function reportSessionRestored(): void {
  barrier.lift();
}

/** Subscribes to the session being lost and restored. Returns a function that unsubscribes. */
export function onSessionChange(listener: () => void): () => void {
  return barrier.subscribe(listener);
}

export function isSessionLost(): boolean {
  return barrier.reason() !== undefined;
}
