import { randomBytes, randomUUID } from 'node:crypto';
import type { Invocation, LambdaRuntime } from '../lambda/runtime.ts';
import type { Assembly } from '../template/assembly.ts';
import { readApi, type Route } from './api.ts';
import { createAuthorizer, type FindKeys } from './authorizer.ts';
import { decodeAddress, sizeOfHeaders } from './address.ts';
import { answerPreflight, corsHeaders, isPreflight, withoutCors } from './cors.ts';
import { gatewayMessage, type ApiAnswer, type GatewayRequest, type GatewayResponse } from './exchange.ts';
import { interpretResponse } from './function-response.ts';
import { createEvent } from './request-event.ts';
import { createRouter } from './routing.ts';
import { createTokenBucket } from './token-bucket.ts';

/**
 * Body limit in bytes: HTTP APIs accept ten megabytes, Lambda six (API Gateway Developer Guide, "Quotas for HTTP
 * APIs").
 */
export const maxBodyBytes = 10 * 1024 * 1024;
const maxHeaderBytes = 10_240;

export interface ApiEndpointOptions {
  readonly assembly: Assembly;
  readonly lambda: LambdaRuntime;
  /** Public keys of a JWT authorizer's issuer. */
  readonly jwks: FindKeys;
}

/** Answers requests as the assembly's HTTP API does. */
export function createApiEndpoint({
  assembly,
  lambda,
  jwks,
}: ApiEndpointOptions): (request: GatewayRequest) => Promise<ApiAnswer> {
  const api = readApi(assembly, lambda);
  const findRoute = createRouter(api.routes);
  const authorize = createAuthorizer(jwks, () => Date.now());
  const buckets = new Map(
    api.routes.map(({ key, throttling }) => [
      key,
      throttling && createTokenBucket(throttling.rate, throttling.burst, () => performance.now()),
    ]),
  );

  const answer = async (request: GatewayRequest, requestId: string): Promise<ApiAnswer> => {
    if (sizeOfHeaders(request) > maxHeaderBytes) return ofGateway(gatewayMessage(431));
    if (request.body.length > maxBodyBytes) return ofGateway(gatewayMessage(413));
    const address = decodeAddress(request);
    if (!address) return ofGateway(gatewayMessage(400));
    if (api.cors && isPreflight(request)) return ofGateway(answerPreflight(api.cors, request));
    const match = findRoute(request.method, address.path);
    if (!match) return ofGateway(gatewayMessage(404));
    const { route, pathParameters } = match;
    if (buckets.get(route.key)?.() === false) return ofGateway(gatewayMessage(429));
    const authorization =
      route.authorization &&
      (await authorize(request.headers['authorization']?.join(','), route.authorization));
    if (authorization && !authorization.ok) return ofGateway(authorization.response);
    const event = createEvent(api, request, {
      ...{
        requestId,
        routeKey: route.key,
        path: address.path,
        queryParameters: address.query,
        pathParameters,
      },
      authorizer: authorization?.context,
      instant: new Date(),
    });
    return { functionName: route.functionName, ...(await invoke(route, event)) };
  };

  const invoke = async (route: Route, event: unknown): Promise<Pick<ApiAnswer, 'response' | 'awsCalls'>> => {
    const { promise: timeout, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(resolve, route.timeoutMilliseconds, undefined);
    const invocation = await Promise.race([lambda.invoke(route.functionName, event), timeout]);
    clearTimeout(timer);
    if (!invocation) return { response: gatewayMessage(503), awsCalls: 0 };
    const response = respond(invocation);
    return { response: api.cors ? withoutCors(response) : response, awsCalls: invocation.awsCalls };
  };

  return async (request) => {
    const requestId = randomUUID();
    const { response, ...rest } = await answer(request, requestId);
    const own = { 'apigw-requestid': randomBytes(11).toString('base64url') };
    const cors = api.cors ? corsHeaders(api.cors, request) : {};
    return { ...rest, response: { ...response, headers: { ...response.headers, ...cors, ...own } } };
  };
}

function ofGateway(response: GatewayResponse): ApiAnswer {
  return { response, functionName: undefined, awsCalls: 0 };
}

function respond({ payload, error }: Invocation): GatewayResponse {
  if (payload !== undefined) return interpretResponse(payload);
  if (error?.errorType === 'RequestTooLargeException') return gatewayMessage(413);
  return gatewayMessage(error?.errorType === 'TooManyRequestsException' ? 503 : 500);
}
