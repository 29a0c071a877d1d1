import { expect } from 'vitest';

/** Expects something to become true in time, however busy the machine is. */
export const eventually = <Value>(read: () => Value | Promise<Value>) =>
  expect.poll(read, { timeout: 15_000 });
