import { isApplicationSecret } from '../../../../shared/auth/applicant-secret.ts';
import { newSecret } from './application-secret.ts';

const storageKey = 'cabinet-application-secret';

/** Secret of the draft that was begun in this browser. */
export function draftSecret(): string | undefined {
  const secret = localStorage.getItem(storageKey);
  return secret !== null && isApplicationSecret(secret) ? secret : undefined;
}

/** The secret of the draft of this browser; a new one where there is none. */
export function beginDraft(): string {
  const secret = draftSecret() ?? newSecret();
  localStorage.setItem(storageKey, secret);
  return secret;
}

/** Leaves the draft to itself: the cabinet erases it after a while. */
export function discardDraft(): void {
  localStorage.removeItem(storageKey);
}

/** Makes an application that was begun elsewhere the draft of this browser. */
export function adoptDraft(secret: string): void {
  localStorage.setItem(storageKey, secret);
}
