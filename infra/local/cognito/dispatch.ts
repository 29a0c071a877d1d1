import { createHash } from 'node:crypto';
import { verifyHeaderSignature, type SignatureFault, type SignedRequest } from '../aws/sigv4.ts';
import { CognitoError, notImplemented } from './errors.ts';
import type { Catalogue } from './operations.ts';

const targetPattern = /^AWSCognitoIdentityProviderService\.(\w+)$/;

/**
 * Runs the operation that `x-amz-target` names, after checking the signature where one is required.
 * @throws CognitoError
 */
export async function dispatch(
  catalogue: Catalogue,
  credentials: ReadonlyMap<string, string>,
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
  const verification = verifyHeaderSignature(request, payloadHash, credentials, 'cognito-idp', new Date());
  if (!verification.ok) throw refuseSignature(verification.code);
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
