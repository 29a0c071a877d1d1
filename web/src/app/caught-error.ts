import { ApiError } from '../api/problem.ts';
import { NotLoaded } from '../kit/lazy/lazy.ts';

/** Reports what broke a page. Refusals and a missing network are shown to the reader as what they are: no fault of a page. */
export function reportCaughtError(error: unknown): void {
  if (error instanceof ApiError || error instanceof NotLoaded) return;
  reportError(error);
}
