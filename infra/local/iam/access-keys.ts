import { createHash, createHmac } from 'node:crypto';
import type { Caller } from './caller.ts';

/** Credentials as AWS SDKs take them. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials: must be sent with each request. */
  readonly sessionToken?: string;
}

/**
 * The temporary credentials of a session. They are the same as long as the secret is, so that processes beside the
 * local stack (`npm run invoke`) can derive them.
 * @param secret only known to the local stack of one data directory
 */
export function deriveAccessKey(secret: string, { arn }: Caller): Required<AccessKey> {
  const derive = (purpose: string): string =>
    createHmac('sha256', secret).update(`${purpose} ${arn}`).digest('base64');
  const id = createHash('sha256').update(arn).digest('hex').toUpperCase();
  return {
    // Ids of temporary access keys begin with these letters: "IAM identifiers", IAM user guide.
    accessKeyId: `ASIA${id.slice(0, 16)}`,
    secretAccessKey: derive('secret').slice(0, 40),
    sessionToken: derive('token'),
  };
}

/** The session token that a request names in its headers. */
export function sessionToken(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): string | undefined {
  const token = headers['x-amz-security-token'];
  return typeof token === 'string' ? token : undefined;
}

/** The variables from which AWS SDKs take credentials. */
export function keyVariables({
  accessKeyId,
  secretAccessKey,
  sessionToken,
}: AccessKey): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
  };
}
