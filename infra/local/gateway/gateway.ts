import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { maxBodyBytes, createApiEndpoint, type ApiEndpointOptions } from './api-endpoint.ts';
import { createEdge, type EdgeAnswer, type EdgeOptions } from './edge.ts';
import { gatewayMessage, type GatewayRequest, type GatewayResponse } from './exchange.ts';
import { closeServer, listenLocally } from '../endpoint/local-server.ts';

export type { JsonWebKeySet } from './authorizer.ts';
export type { EdgeOptions } from './edge.ts';

/** One answered request. */
export interface RequestLine {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
  /** Name of the function that answered; undefined for pages and responses of the gateway itself. */
  readonly functionName: string | undefined;
  /** Number of signed AWS requests that the function made. */
  readonly awsCalls: number;
}

export interface GatewayOptions extends ApiEndpointOptions {
  /** Without it, and without a distribution in the assembly, only the API is served, as on its own endpoint. */
  readonly edge?: EdgeOptions | undefined;
  readonly log?: ((line: RequestLine) => void) | undefined;
}

/** The assembly's HTTP API, with CloudFront in front of it. */
export interface Gateway {
  /** Listens on 127.0.0.1; port 0 takes a free one. Resolves with the origin, `http://127.0.0.1:<port>`. */
  listen(port: number): Promise<string>;
  /** Stops listening, after finishing current requests. */
  close(): Promise<void>;
}

/**
 * @throws {UnsupportedError} when the API or the distribution uses something that the local stack does not support
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { assembly, edge, log } = options;
  const answerApi = createApiEndpoint(options);
  const answerEdge = edge && createEdge(assembly, edge, answerApi);

  const server = createServer({ maxHeaderSize: 64 * 1024 }, (incoming, outgoing) => {
    const begun = performance.now();
    void answer(incoming, outgoing).then(({ functionName, awsCalls = 0 }) => {
      const { method = '', url = '' } = incoming;
      const milliseconds = performance.now() - begun;
      log?.({
        method,
        path: url.split('?')[0] ?? '',
        status: outgoing.statusCode,
        milliseconds,
        functionName,
        awsCalls,
      });
    });
  });
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<EdgeAnswer> => {
    try {
      const request = await readRequest(incoming);
      const answered = answerEdge ? await answerEdge(request, incoming, outgoing) : await answerApi(request);
      if (answered.response) sendResponse(answered.response, outgoing);
      return answered;
    } catch (error) {
      // A client that disconnected during its request gets no response.
      if (incoming.destroyed && !incoming.complete) return {};
      console.error(error);
      if (outgoing.headersSent) outgoing.destroy();
      else {
        for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name);
        sendResponse(gatewayMessage(500), outgoing);
      }
      return {};
    }
  };

  return {
    listen: (port) => listenLocally(server, port),
    close: () => closeServer(server),
  };
}

/** Reads at most one byte more than the API accepts; the rest is not stored. */
async function readRequest(incoming: IncomingMessage): Promise<GatewayRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  const received: AsyncIterable<unknown> = incoming;
  for await (const chunk of received) {
    if (!Buffer.isBuffer(chunk)) continue;
    if (size <= maxBodyBytes) chunks.push(chunk);
    size += chunk.length;
  }
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  const headers = Object.entries(incoming.headersDistinct).map(
    ([name, values]) => [name, values ?? []] as const,
  );
  return {
    method: incoming.method ?? 'GET',
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? '' : url.slice(mark + 1),
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
    sourceAddress: incoming.socket.remoteAddress ?? '127.0.0.1',
  };
}

function sendResponse({ status, headers, body }: GatewayResponse, outgoing: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  const hasNoBody = status === 204 || status === 304;
  if (!hasNoBody) outgoing.setHeader('content-length', Buffer.byteLength(body));
  outgoing.writeHead(status);
  outgoing.end(hasNoBody ? undefined : body);
}
