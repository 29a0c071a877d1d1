import { codeOf, codeSource } from '../../../../shared/auth/applicant-secret.ts';

/** A new secret: 32 random bytes, base64url. Generated here, so that it never has to be sent to the applicant. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The reference code that follows from a secret, which is also the application's id. */
export async function applicationIdOf(secret: string): Promise<string> {
  const source = new TextEncoder().encode(codeSource(secret));
  return codeOf(new Uint8Array(await crypto.subtle.digest('SHA-256', source)));
}
