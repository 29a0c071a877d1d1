import * as z from 'zod';
import type { CapabilityFunction } from '../constructs/capability-function.ts';

/** Grants a function every permission that it needs. */
type Grant<Resources> = (lambda: CapabilityFunction, resources: Resources) => void;

/** Schema of the function that grants a function its permissions. */
export function grantOf<Resources>() {
  return z.custom<Grant<Resources>>((value) => typeof value === 'function', 'Expected a function');
}
