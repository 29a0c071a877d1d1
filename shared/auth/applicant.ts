import { createHash } from 'node:crypto';
import { codeOf, codeSource, isApplicationSecret } from './applicant-secret.ts';
import type { ApplicantScope } from './scope.ts';

export { applicationIdPattern, applicationSecretHeader } from './applicant-secret.ts';

/**
 * The scope of a secret. The applicant's client generates the secret (32 random bytes, base64url), and the application's id
 * is derived from it: the same secret always belongs to the same application, and the cabinet never has to send or store
 * one.
 *
 * @returns undefined if the text does not have the format of a secret
 */
export function applicantOf(secret: string): ApplicantScope | undefined {
  if (!isApplicationSecret(secret)) return undefined;
  return {
    kind: 'applicant',
    applicationId: codeOf(createHash('sha256').update(codeSource(secret)).digest()),
    secretHash: createHash('sha256').update(`proof ${secret}`).digest('base64url'),
  };
}
