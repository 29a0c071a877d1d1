import { isApplicationSecret } from '../../../../shared/auth/applicant-secret.ts';
import { newSecret } from './application-secret.ts';

const storageKey = 'cabinet-application-secret';

/** Secret of the draft that was started in this browser. */
export function draftSecret(): string | undefined {
  const secret = localStorage.getItem(storageKey);
  return secret !== null && isApplicationSecret(secret) ? secret : undefined;
}

/** The secret of this browser's draft; a new one if there is none. */
export function beginDraft(): string {
  const secret = draftSecret() ?? newSecret();
  localStorage.setItem(storageKey, secret);
  return secret;
}

/** Forgets the draft in this browser; the API erases it after a while. */
export function discardDraft(): void {
  localStorage.removeItem(storageKey);
}

/** Makes an application that was started elsewhere the draft of this browser. */
export function adoptDraft(secret: string): void {
  localStorage.setItem(storageKey, secret);
}
