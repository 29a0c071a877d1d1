import {
  verifyHeaderSignature,
  verifyPresignedQuery,
  type SignatureFault,
  type Verification,
} from '../aws/sigv4.ts';
import type { Access } from '../iam/access.ts';
import type { Caller } from '../iam/caller.ts';
import type { S3Request } from './request.ts';
import { S3Error, type S3ErrorCode } from './s3-error.ts';

const errorsByFault: Record<Exclude<SignatureFault, 'malformed' | 'wrongService'>, [S3ErrorCode, string]> = {
  missing: ['AccessDenied', 'Access Denied'],
  unknownAccessKey: [
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.',
  ],
  clockSkewed: [
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
  ],
  expired: ['AccessDenied', 'Request has expired'],
  unsignedHeaders: ['AccessDenied', 'There were headers present in the request which were not signed'],
  mismatch: [
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  ],
};

/**
 * Only accepts requests signed with a known key, in the header or in the URL: no bucket is public, regardless of
 * its policy. Returns the holder of the key.
 * @throws S3Error as in "Error responses", S3 API reference
 */
export async function authenticate(
  request: S3Request,
  access: Access,
  region: string,
  now: Date,
): Promise<Caller> {
  const signed = { ...request, headers: request.stream.headers };
  const hasHeader = request.headers.has('authorization');
  if (request.isPresigned && hasHeader) {
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed');
  }
  const contentHash = request.headers.get('x-amz-content-sha256');
  if (request.isPresigned) {
    const verification = await verifyPresignedQuery(
      signed,
      contentHash ?? 'UNSIGNED-PAYLOAD',
      access.credentials,
      's3',
      now,
    );
    const accessKeyId = assertVerified(verification, region, 'AuthorizationQueryParametersError');
    return identify(access, accessKeyId, request.parameters.get('X-Amz-Security-Token'));
  }
  if (hasHeader && contentHash === undefined) {
    throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  }
  const verification = await verifyHeaderSignature(signed, contentHash ?? '', access.credentials, 's3', now);
  const accessKeyId = assertVerified(verification, region, 'AuthorizationHeaderMalformed');
  return identify(access, accessKeyId, request.headers.get('x-amz-security-token'));
}

/** The holder of a key. @throws S3Error `InvalidToken` when the session token does not belong to it */
export function identify(access: Access, accessKeyId: string, token: string | undefined): Caller {
  const caller = access.identify(accessKeyId, token);
  if (caller) return caller;
  throw new S3Error('InvalidToken', 'The provided token is malformed or otherwise invalid.');
}

/** Returns the access key id. @throws S3Error `malformed` when the signature is unreadable, or for another service or region */
export function assertVerified(verification: Verification, region: string, malformed: S3ErrorCode): string {
  if (verification.ok) {
    if (verification.region === region) return verification.accessKeyId;
    throw new S3Error(malformed, `The region '${verification.region}' is wrong; expecting '${region}'`);
  }
  if (verification.code === 'malformed' || verification.code === 'wrongService') {
    throw new S3Error(
      malformed,
      'The authorization is malformed; expecting AWS4-HMAC-SHA256 for the service s3',
    );
  }
  const [code, message] = errorsByFault[verification.code];
  throw new S3Error(code, message);
}
