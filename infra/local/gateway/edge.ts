import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Assembly } from '../template/assembly.ts';
import { readDistribution, type Behavior } from './distribution.ts';
import type { ApiAnswer, GatewayRequest, GatewayResponse } from './exchange.ts';
import { createPages, type StaticFiles } from './pages.ts';
import { applyResponseHeaders } from './response-headers-policy.ts';

/** CloudFront's part: one origin in front of the pages and the API. */
export interface EdgeOptions {
  /** Directories of the pages; the first one with the file is used. */
  readonly staticFiles: readonly StaticFiles[];
  /** JSON files that are different on this machine, by path; they precede those of the directories. */
  readonly generatedFiles: ReadonlyMap<string, string>;
  /** Origins of the local endpoints, added to the Content-Security-Policy where it names other hosts. */
  readonly localOrigins?: readonly string[] | undefined;
}

/** Source address of CloudFront's requests as the API sees them, never the viewer's. */
const cloudFrontAddress = '130.176.0.1';

/** A response of the edge; without `response` when a page was already sent. */
export type EdgeAnswer = Partial<ApiAnswer>;

/**
 * Answers requests as CloudFront does in front of the pages and the API; undefined when the assembly has no
 * distribution.
 */
export function createEdge(
  assembly: Assembly,
  options: EdgeOptions,
  answerApi: (request: GatewayRequest) => Promise<ApiAnswer>,
):
  | ((request: GatewayRequest, incoming: IncomingMessage, outgoing: ServerResponse) => Promise<EdgeAnswer>)
  | undefined {
  const distribution = readDistribution(assembly, options.localOrigins ?? []);
  if (!distribution) return undefined;
  const sendPage = createPages(options.staticFiles);

  return async (viewed, incoming, outgoing) => {
    const behavior = distribution.behaviors.find(({ matches }) => matches(viewed.path));
    if (!behavior) throw new Error('the default behaviour matches everything');
    if (!behavior.allowedMethods.includes(viewed.method)) return { response: methodNotAllowed };
    const finish = (response: GatewayResponse): GatewayResponse => ({
      ...response,
      headers: applyResponseHeaders(behavior.responseHeaders, response.headers),
    });
    const passed = (await behavior.viewerRequest?.(viewed)) ?? { request: viewed };
    if ('response' in passed) return { response: finish(passed.response) };
    if (behavior.target === 'api') {
      const answer = await answerApi(forward(passed.request, behavior));
      return { ...answer, response: finish(answer.response) };
    }
    const { path } = passed.request;
    const generated = options.generatedFiles.get(path);
    if (generated !== undefined) return { response: finish(jsonResponse(generated)) };
    for (const [name, value] of Object.entries(applyResponseHeaders<string>(behavior.responseHeaders, {})))
      outgoing.setHeader(name, value);
    const sent = await sendPage(incoming, outgoing, path === '/' ? `/${distribution.rootObject}` : path);
    return sent ? {} : { response: finish(missingObject) };
  };
}

/** The origin request for a viewer request. */
function forward(request: GatewayRequest, { originHeaders }: Behavior): GatewayRequest {
  const added = Object.entries(originHeaders).map(([name, value]) => [name, [value]] as const);
  return {
    ...request,
    sourceAddress: cloudFrontAddress,
    headers: {
      ...request.headers,
      'x-forwarded-for': [...(request.headers['x-forwarded-for'] ?? []), request.sourceAddress],
      ...Object.fromEntries(added),
    },
  };
}

function jsonResponse(body: string): GatewayResponse {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-cache' };
  return { status: 200, headers, body };
}

const methodNotAllowed: GatewayResponse = {
  status: 403,
  headers: { 'content-type': 'text/plain' },
  body: 'This distribution is not configured to allow the HTTP request method that was used for this request.',
};
/** A bucket without list permission answers 403 for a missing object. */
const missingObject: GatewayResponse = {
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>',
};
