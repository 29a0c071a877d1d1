import { createContext, Script } from 'node:vm';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Resource } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';
import type { GatewayRequest, GatewayResponse } from './exchange.ts';

const functionSchema = z.object({
  FunctionCode: z.string(),
  FunctionConfig: z.strictObject({ Comment: z.string(), Runtime: z.literal('cloudfront-js-2.0') }),
});
const valueSchema = z.object({
  value: z.coerce.string(),
  multiValue: z.array(z.object({ value: z.coerce.string() })).optional(),
});
const requestSchema = z.object({
  method: z.string(),
  uri: z.string(),
  querystring: z.record(z.string(), valueSchema),
  headers: z.record(z.string(), valueSchema),
  cookies: z.record(z.string(), valueSchema),
});
const responseSchema = z.object({
  statusCode: z.number(),
  statusDescription: z.string().optional(),
  headers: z.record(z.string(), valueSchema).default({}),
  body: z
    .union([z.string(), z.object({ encoding: z.enum(['text', 'base64']), data: z.string() })])
    .optional(),
});

const compiledSchema = z.custom<(event: unknown) => unknown>((value) => typeof value === 'function');

/** A viewer-request function: it modifies the request, or answers it. */
export type EdgeFunction = (
  request: GatewayRequest,
) => Promise<{ readonly request: GatewayRequest } | { readonly response: GatewayResponse }>;

/**
 * Runs the template's code as it is, with CloudFront's event structure. Source: Amazon CloudFront Developer Guide,
 * "CloudFront Functions event structure".
 */
export function compileEdgeFunction(resource: Resource): EdgeFunction {
  const { FunctionCode: code } = resource.read(functionSchema, [
    'AutoPublish',
    'FunctionMetadata',
    'Name',
    'Tags',
  ]);
  if (/^\s*import\b/m.test(code) || /\brequire\(/.test(code))
    throw new UnsupportedError(
      `${resource.logicalId} imports a module, which the local edge does not support`,
    );
  // Each run has separate variables in a shared context: creating one per request would take most of a run's time. So
  // would a time limit, which needs a thread: a function with an endless loop stops the local stack.
  const script = new Script(`(event) => {${code}\n;return handler(event);}`, {
    filename: `${resource.logicalId}.js`,
  });
  const run = compiledSchema.parse(script.runInContext(createContext({ console })));
  return async (request) => {
    const event = {
      version: '1.0',
      context: {
        distributionDomainName: 'local.cloudfront.net',
        eventType: 'viewer-request',
        requestId: randomUUID(),
      },
      viewer: { ip: request.sourceAddress },
      request: toEvent(request),
    };
    const before = JSON.stringify(event.request.querystring);
    const result: unknown = await run(event);
    const answered = responseSchema.safeParse(result);
    if (answered.success) return { response: fromResponse(answered.data) };
    const changed = requestSchema.parse(result);
    const { cookie, ...headers } = fromValues(changed.headers);
    const cookies = Object.entries(changed.cookies).flatMap(([name, value]) =>
      listOf(value).map((each) => `${name}=${each}`),
    );
    const query =
      JSON.stringify(changed.querystring) === before ? request.query : toQuery(changed.querystring);
    return {
      request: {
        ...request,
        path: changed.uri,
        query,
        headers: cookies.length > 0 || cookie ? { ...headers, cookie: [cookies.join('; ')] } : headers,
      },
    };
  };
}

type Values = Record<string, z.infer<typeof valueSchema>>;

function toEvent({ method, path, query, headers }: GatewayRequest): z.infer<typeof requestSchema> {
  const { cookie = [], ...others } = headers;
  const pairs = query.split('&').filter((pair) => pair !== '');
  return {
    method,
    uri: path,
    querystring: collect(pairs),
    headers: Object.fromEntries(Object.entries(others).map(([name, values]) => [name, toValue(values)])),
    cookies: collect(cookie.flatMap((value) => value.split(/; */)).filter((pair) => pair !== '')),
  };
}

function collect(pairs: readonly string[]): Values {
  const grouped = Map.groupBy(pairs, (pair) => pair.split('=')[0] ?? '');
  return Object.fromEntries(
    [...grouped].map(([name, group]) => [name, toValue(group.map((pair) => pair.slice(name.length + 1)))]),
  );
}

function toValue(values: readonly string[]): z.infer<typeof valueSchema> {
  const [value = ''] = values;
  return values.length > 1 ? { value, multiValue: values.map((each) => ({ value: each })) } : { value };
}

function listOf({ value, multiValue }: z.infer<typeof valueSchema>): string[] {
  return multiValue ? multiValue.map((each) => each.value) : [value];
}

function fromValues(values: Values): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name.toLowerCase(), listOf(value)]),
  );
}

function toQuery(values: Values): string {
  return Object.entries(values)
    .flatMap(([name, value]) => listOf(value).map((each) => (each === '' ? name : `${name}=${each}`)))
    .join('&');
}

function fromResponse({ statusCode, headers, body }: z.infer<typeof responseSchema>): GatewayResponse {
  const content =
    typeof body === 'object'
      ? Buffer.from(body.data, body.encoding === 'base64' ? 'base64' : 'utf8')
      : (body ?? '');
  return { status: statusCode, headers: fromValues(headers), body: content };
}
