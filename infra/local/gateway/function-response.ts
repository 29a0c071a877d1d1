import * as z from 'zod';
import { gatewayMessage, type GatewayResponse } from './exchange.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const structuredSchema = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), scalar).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** Hop-by-hop headers, and those that the gateway sets itself. */
const gatewayHeaders = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Converts a function's result: with a `statusCode` it is a response, anything else becomes a JSON body. Source: API
 * Gateway Developer Guide, "Lambda function response for format 2.0".
 * @param payload JSON text
 */
export function interpretResponse(payload: string): GatewayResponse {
  const result: unknown = JSON.parse(payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : payload;
    return { status: 200, headers: { 'content-type': 'application/json' }, body };
  }
  const parsed = structuredSchema.safeParse(result);
  if (!parsed.success) return gatewayMessage(500);
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const named = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=UTF-8',
      ...Object.fromEntries(named.filter(([name]) => !gatewayHeaders.has(name))),
      ...(cookies && cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    },
    body: isBase64Encoded === true ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}
