import * as z from 'zod';
import { CabinetError, type ErrorCode, errorReasons } from '../../shared/errors.ts';
import { errorResponse } from '../../shared/http/error-response.ts';
import { isSignedIn, isWrite, type Route } from '../../shared/http/route.ts';
import type { Json } from './json-schemas.ts';

const codes = z
  .array(z.custom<ErrorCode>((name) => typeof name === 'string' && name in errorReasons))
  .parse(Object.keys(errorReasons));

/** TMF `Error`, with our extensions. */
export const errorSchema = z
  .strictObject({
    '@type': z.enum(['Error', 'CabinetError']),
    '@baseType': z.literal('Error').optional(),
    code: z.enum(codes).meta({ description: 'Stable; the texts are for people' }),
    reason: z.string(),
    message: z.string(),
    status: z.string(),
    problem: z.array(z.strictObject({ pointer: z.string(), message: z.string() })).optional(),
    allowed: z.array(z.string()).optional(),
  })
  .meta({ id: 'Error' });

/** API Gateway's own error responses, whose texts an HTTP API cannot configure. */
const gatewayBody = {
  type: 'object',
  properties: { message: { type: ['string', 'null'] } },
  required: ['message'],
};

/** Status codes of error responses, with the routes that can return them. */
const statuses: readonly (readonly [number, (route: Route) => boolean])[] = [
  [400, () => true],
  [403, (route) => isSignedIn(route)],
  [404, ({ params }) => params !== undefined],
  [409, (route) => isWrite(route)],
  [412, ({ conditional }) => conditional === true],
  [413, ({ body }) => body !== undefined],
  [415, ({ body }) => body !== undefined],
  [422, ({ creates }) => creates !== undefined],
  [503, () => true],
];

/** References to every error response of a route, by status. */
export function errorResponsesOf(route: Route): Json {
  const own = statuses.flatMap(([status, isPossible]) => (isPossible(route) ? [status] : []));
  const gateway = isSignedIn(route) ? [401, 429] : [429];
  return Object.fromEntries(
    [...own, ...gateway]
      .toSorted((left, right) => left - right)
      .map((status) => [String(status), { $ref: `#/components/responses/Error${status}` }]),
  );
}

/** The error responses that the references point to. */
export function describeErrorResponses(error: Json): Json {
  const own = statuses.map(([status]) => response(status, codesOf(status), error));
  return Object.fromEntries([
    ...own,
    response(401, 'The access token is missing, expired or for another application', gatewayBody),
    response(429, `From the gateway, without a code, or\n${codesOf(429)}`, { anyOf: [error, gatewayBody] }),
  ]);
}

/** The error codes of a status, as a list. */
function codesOf(status: number): string {
  const listed = codes.filter((code) => errorResponse(new CabinetError(code), 'en').status === status);
  return listed.map((code) => `- \`${code}\`: ${errorReasons[code].en}`).join('\n');
}

function response(status: number, description: string, schema: Json): [string, Json] {
  const passes = status === 429 || status === 503;
  const headers = passes ? { headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } } } : {};
  return [`Error${status}`, { description, ...headers, content: { 'application/json': { schema } } }];
}
