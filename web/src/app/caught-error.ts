import { ApiError } from '../api/problem.ts';
import { NotLoaded } from '../kit/lazy/lazy.ts';

/** Reports what broke a page. API errors and network failures are shown to the user and not reported. */
export function reportCaughtError(error: unknown): void {
  if (error instanceof ApiError || error instanceof NotLoaded) return;
  reportError(error);
}
