type Listener = (lost: boolean) => void;

const listeners = new Set<Listener>();
let lost = false;
let waiting: (() => void)[] = [];

/** Tells whoever shows it that the session is over; resolves once somebody has signed in again. */
export function reportSessionLost(): Promise<void> {
  setLost(true);
  return new Promise((resolve) => waiting.push(resolve));
}

/** Tells everybody who waits that the session is back. */
export function reportSessionRestored(): void {
  setLost(false);
  const resolved = waiting;
  waiting = [];
  for (const resolve of resolved) resolve();
}

/** Hears of the session being lost and restored. Returns what ends the listening. */
export function onSessionChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isSessionLost(): boolean {
  return lost;
}

function setLost(value: boolean): void {
  lost = value;
  for (const listener of listeners) listener(value);
}
