import type { CorsConfiguration } from './api.ts';
import type { GatewayRequest, GatewayResponse } from './exchange.ts';

/**
 * The CORS headers of a response; none when the API does not allow the request's origin. If CORS is configured, HTTP
 * APIs answer every preflight themselves and replace the function's CORS headers (API Gateway Developer Guide,
 * "Configuring CORS for an HTTP API").
 */
export function corsHeaders(cors: CorsConfiguration, request: GatewayRequest): Record<string, string> {
  const origin = request.headers['origin']?.[0];
  if (origin === undefined) return {};
  const any = cors.AllowOrigins.includes('*');
  if (!any && !cors.AllowOrigins.some((pattern) => matchesOrigin(pattern, origin))) return {};
  return {
    'access-control-allow-origin': any ? '*' : origin,
    ...(any ? {} : { vary: 'Origin' }),
    ...(cors.AllowCredentials ? { 'access-control-allow-credentials': 'true' } : {}),
    ...(cors.ExposeHeaders.length > 0
      ? { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }
      : {}),
  };
}

/** Whether a request is a preflight, which the gateway answers regardless of its routes. */
export function isPreflight({ method, headers }: GatewayRequest): boolean {
  return (
    method === 'OPTIONS' &&
    headers['origin'] !== undefined &&
    headers['access-control-request-method'] !== undefined
  );
}

export function answerPreflight(cors: CorsConfiguration, request: GatewayRequest): GatewayResponse {
  const allowed = corsHeaders(cors, request);
  if (allowed['access-control-allow-origin'] === undefined) return { status: 204, headers: {}, body: '' };
  return {
    status: 204,
    headers: {
      ...allowed,
      ...(cors.AllowMethods.length > 0
        ? { 'access-control-allow-methods': cors.AllowMethods.join(',') }
        : {}),
      ...(cors.AllowHeaders.length > 0
        ? { 'access-control-allow-headers': cors.AllowHeaders.join(',') }
        : {}),
      ...(cors.MaxAge === undefined ? {} : { 'access-control-max-age': String(cors.MaxAge) }),
    },
    body: '',
  };
}

/** A function's response without its CORS headers. */
export function withoutCors(response: GatewayResponse): GatewayResponse {
  const remaining = Object.entries(response.headers).filter(([name]) => !name.startsWith('access-control-'));
  return { ...response, headers: Object.fromEntries(remaining) };
}

/** Origins can have a wildcard in the host: `https://*.example.com`. */
function matchesOrigin(pattern: string, origin: string): boolean {
  const [before = '', after] = pattern.split('*');
  return after === undefined
    ? pattern === origin
    : origin.startsWith(before) && origin.endsWith(after) && origin.length >= pattern.length;
}
