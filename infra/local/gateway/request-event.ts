import { randomBytes } from 'node:crypto';
import type { Api } from './api.ts';
import type { AuthorizerContext } from './authorizer.ts';
import type { GatewayRequest } from './exchange.ts';

/** Results of the router and the authorizer for a request. */
export interface Dispatch {
  readonly requestId: string;
  readonly routeKey: string;
  /** Decoded. */
  readonly path: string;
  readonly queryParameters: Readonly<Record<string, string>>;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly authorizer: AuthorizerContext | undefined;
  readonly instant: Date;
}

/** Hop-by-hop headers. */
const hopByHopHeaders = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * The event of a Lambda integration, payload format 2.0. Source: API Gateway Developer Guide, "AWS Lambda proxy
 * integrations for HTTP APIs". Undocumented there: `rawPath` is decoded, and bodies are base64 except for a few
 * content types (form data included).
 */
export function createEvent(api: Api, request: GatewayRequest, dispatch: Dispatch): unknown {
  const { method, headers, body, query, sourceAddress } = request;
  const { cookie, ...others } = headers;
  const endToEnd = Object.entries(others).filter(([name]) => !hopByHopHeaders.has(name));
  const protocol = 'HTTP/1.1';
  const isBase64Encoded = body.length > 0 && !isText(headers['content-type']?.[0] ?? '');
  const cookies = cookie?.flatMap((value) => value.split(/; */)).filter((value) => value !== '');
  return {
    version: '2.0',
    routeKey: dispatch.routeKey,
    rawPath: dispatch.path,
    rawQueryString: query,
    ...(cookies ? { cookies } : {}),
    headers: {
      ...Object.fromEntries(endToEnd.map(([name, values]) => [name, values.join(',')])),
      'content-length': String(body.length),
      host: api.domainName,
      'x-amzn-trace-id': `Root=1-${Math.trunc(dispatch.instant.getTime() / 1000).toString(16)}-${randomBytes(12).toString('hex')}`,
      'x-forwarded-for': [...(headers['x-forwarded-for'] ?? []), sourceAddress].join(', '),
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
    },
    ...(hasMembers(dispatch.queryParameters) ? { queryStringParameters: dispatch.queryParameters } : {}),
    requestContext: {
      accountId: api.accountId,
      apiId: api.id,
      ...(dispatch.authorizer ? { authorizer: dispatch.authorizer } : {}),
      domainName: api.domainName,
      domainPrefix: api.domainName.split('.')[0],
      http: {
        method,
        path: dispatch.path,
        protocol,
        sourceIp: sourceAddress,
        userAgent: headers['user-agent']?.join(',') ?? '',
      },
      requestId: dispatch.requestId,
      routeKey: dispatch.routeKey,
      stage: '$default',
      time: commonLogTime(dispatch.instant),
      timeEpoch: dispatch.instant.getTime(),
    },
    ...(hasMembers(dispatch.pathParameters) ? { pathParameters: dispatch.pathParameters } : {}),
    ...(api.stageVariables ? { stageVariables: api.stageVariables } : {}),
    ...(body.length > 0 ? { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') } : {}),
    isBase64Encoded,
  };
}

function isText(contentType: string): boolean {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return type.startsWith('text/') || /^application\/(json|xml|javascript)$/.test(type);
}

function hasMembers(record: Readonly<Record<string, string>>): boolean {
  return Object.keys(record).length > 0;
}

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(instant: Date): string {
  const [, day, month, year, time] = instant.toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
