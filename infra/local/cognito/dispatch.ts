import { createHash } from 'node:crypto';
import { verifyHeaderSignature, type SignatureFault, type SignedRequest } from '../aws/sigv4.ts';
import type { Access } from '../iam/access.ts';
import { sessionToken } from '../iam/access-keys.ts';
import { CognitoError, notImplemented } from './errors.ts';
import type { Catalogue } from './operations.ts';

const targetPattern = /^AWSCognitoIdentityProviderService\.(\w+)$/;

/** The pool that requests are for, and who may call its signed operations. */
export interface Dispatcher {
  readonly catalogue: Catalogue;
  readonly access: Access;
  readonly poolArn: string;
}

/**
 * Runs the operation that `x-amz-target` names, after checking signature and permission where they are required.
 * @throws CognitoError
 */
export async function dispatch(
  { catalogue, access, poolArn }: Dispatcher,
  request: SignedRequest,
  body: Buffer,
): Promise<object> {
  const target = request.headers['x-amz-target'];
  const name = targetPattern.exec(typeof target === 'string' ? target : '')?.[1];
  if (name === undefined) throw notImplemented('A request without an operation');
  const open = catalogue.open.get(name);
  if (open) return open(parseBody(body));
  const signed = catalogue.signed.get(name);
  if (!signed) throw notImplemented(name);
  const payloadHash = createHash('sha256').update(body).digest('hex');
  // The machine's time, not the pool's: tests that move the pool's clock do not move the signer's.
  const verification = await verifyHeaderSignature(
    request,
    payloadHash,
    access.credentials,
    'cognito-idp',
    new Date(),
  );
  if (!verification.ok) throw refuseSignature(verification.code);
  const caller = access.identify(verification.accessKeyId, sessionToken(request.headers));
  if (!caller) throw refuseSignature('unknownAccessKey');
  const denial = access.check(caller, { action: `cognito-idp:${name}`, resource: poolArn });
  if (denial) throw new CognitoError('AccessDeniedException', denial.message);
  return signed(parseBody(body));
}

function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new CognitoError('SerializationException', 'The request is not JSON.');
  }
}

function refuseSignature(fault: SignatureFault): CognitoError {
  switch (fault) {
    case 'missing':
      return new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token');
    case 'unknownAccessKey':
      return new CognitoError(
        'UnrecognizedClientException',
        'The security token included in the request is invalid.',
      );
    case 'malformed':
    case 'wrongService':
    case 'clockSkewed':
    case 'expired':
    case 'unsignedHeaders':
    case 'mismatch':
      return new CognitoError('InvalidSignatureException', `The request signature is not valid: ${fault}.`);
  }
}
