import { createHash } from 'node:crypto';
import { codeOf, codeSource, isApplicationSecret } from './applicant-secret.ts';
import type { ApplicantScope } from './scope.ts';

export { applicationIdPattern, applicationSecretHeader } from './applicant-secret.ts';

/**
 * The scope that a secret opens. The applicant's program makes the secret itself (32 random bytes, base64url), and
 * the application's id follows from it: whoever sends the same secret again means the same application, and the
 * cabinet never has to send a secret anywhere nor to keep one.
 *
 * @returns undefined where the text has not the shape of a secret
 */
export function applicantOf(secret: string): ApplicantScope | undefined {
  if (!isApplicationSecret(secret)) return undefined;
  return {
    kind: 'applicant',
    applicationId: codeOf(createHash('sha256').update(codeSource(secret)).digest()),
    secretHash: createHash('sha256').update(`proof ${secret}`).digest('base64url'),
  };
}
