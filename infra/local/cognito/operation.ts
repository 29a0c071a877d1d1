import * as z from 'zod';
import { invalidParameter, resourceNotFound } from './errors.ts';
import type { Pool } from './pool.ts';

/** One operation of the API: from the request's JSON to the response's, or a thrown CognitoError. */
export type Operation = (request: unknown) => object | Promise<object>;

/** Operations by their name in the API. */
export type Operations = Readonly<Record<string, Operation>>;

const poolRequestSchema = z.object({ UserPoolId: z.string() });

/** An operation that validates its request first. */
export function defineOperation<Request>(
  request: z.ZodType<Request>,
  perform: (request: Request) => object | Promise<object>,
): Operation {
  return (body) => perform(parseRequest(request, body));
}

/** An operation on one pool that AWS credentials sign. */
export function defineAdminOperation<Request>(
  pool: Pool,
  request: z.ZodType<Request>,
  perform: (request: Request) => object | Promise<object>,
): Operation {
  return (body) => {
    const { UserPoolId } = parseRequest(poolRequestSchema, body);
    if (UserPoolId !== pool.id) throw resourceNotFound(`User pool ${UserPoolId} does not exist.`);
    return perform(parseRequest(request, body));
  };
}

function parseRequest<Request>(schema: z.ZodType<Request>, body: unknown): Request {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `Value at '${path.join('.')}' failed to satisfy constraint: ${message}`,
  );
  throw invalidParameter(`${faults.length} validation error(s) detected: ${faults.join('; ')}`);
}
