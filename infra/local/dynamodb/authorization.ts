import { createHash } from 'node:crypto';
import { verifyHeaderSignature } from '../aws/sigv4.ts';
import type { Access } from '../iam/access.ts';
import { sessionToken } from '../iam/access-keys.ts';
import type { RawRequest } from './request-reader.ts';
import { requirementsOf, type TableOwner } from './requirements.ts';

/** An error of DynamoDB. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

const targetPattern = /^DynamoDB(?:Streams)?_20120810\.(\w+)$/;

/** Why a request is refused; undefined when the engine may run it. */
export async function authorize(
  request: RawRequest,
  access: Access,
  owner: TableOwner,
): Promise<Refusal | undefined> {
  const { headers, body } = request;
  // With these, tests steer the local stack itself.
  if (headers['x-amz-target']?.startsWith('LocalStack.') === true) return undefined;
  const hash = createHash('sha256').update(body).digest('hex');
  const verification = await verifyHeaderSignature(request, hash, access.credentials, 'dynamodb', new Date());
  if (!verification.ok) return refuseSignature(verification.code);
  const caller = access.identify(verification.accessKeyId, sessionToken(headers));
  if (!caller) return unknownToken;
  // Tables have no policies of their own that could restrict the administrator.
  if (caller.kind === 'administrator') return undefined;
  const operation = targetPattern.exec(headers['x-amz-target'] ?? '')?.[1];
  const required = operation === undefined ? undefined : readRequirements(operation, body, owner);
  if (!required)
    return { code: 'ValidationException', message: 'The local DynamoDB cannot read the request.' };
  const denial = required.map((each) => access.check(caller, each)).find((each) => each !== undefined);
  return denial && { code: 'AccessDeniedException', message: denial.message };
}

const unknownToken: Refusal = {
  code: 'UnrecognizedClientException',
  message: 'The security token included in the request is invalid.',
};

function refuseSignature(fault: string): Refusal {
  if (fault === 'unknownAccessKey') return unknownToken;
  if (fault === 'missing')
    return { code: 'MissingAuthenticationTokenException', message: 'Missing Authentication Token' };
  return { code: 'InvalidSignatureException', message: `The request signature is not valid: ${fault}.` };
}

/** Undefined when the body is none of this operation; an empty list would allow everything. */
function readRequirements(operation: string, body: Buffer, owner: TableOwner) {
  try {
    const required = requirementsOf(operation, JSON.parse(body.toString()), owner);
    return required.length > 0 ? required : undefined;
  } catch {
    return undefined;
  }
}
