import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type Server,
} from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request in DynamoDB's JSON protocol. */
export interface DynamoDbRequest {
  /** From `X-Amz-Target`: `PutItem`; empty when there is none. */
  readonly operation: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface DynamoDbAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Answers a request: the engine, or what stands in front of it. */
export type Answering = (request: DynamoDbRequest) => Promise<DynamoDbAnswer>;

/** A server in front of the engine, for what the engine does not do. */
export function createFront(answer: Answering): Server {
  return createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    const { headers } = incoming;
    void buffer(incoming)
      .then((body) => answer({ operation: operationOf(headers), headers, body }))
      .then(
        ({ status, headers: answered, body }) => {
          for (const [name, value] of Object.entries(answered))
            if (value !== undefined) outgoing.setHeader(name, value);
          outgoing.setHeader('content-length', body.length);
          outgoing.writeHead(status);
          outgoing.end(body);
        },
        // As when the engine is gone: clients see a connection that broke.
        () => {
          outgoing.destroy();
        },
      );
  });
}

/** Headers of a request that the engine reads. */
const engineHeaders = /^(authorization|content-type|x-amz-.*)$/;

/** Passes requests on to the engine, over connections that stay open until there is nothing to do. */
export function createForwarding(endpoint: string): Answering {
  const agent = new Agent({ keepAlive: true });
  return ({ headers, body }) =>
    new Promise((resolve, reject) => {
      const passed = Object.entries(headers).filter(([name]) => engineHeaders.test(name));
      const sent = httpRequest(
        endpoint,
        {
          method: 'POST',
          agent,
          headers: { ...Object.fromEntries(passed), 'content-length': body.length },
        },
        (response) => {
          buffer(response).then((content) => {
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: content });
          }, reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
}

function operationOf(headers: IncomingHttpHeaders): string {
  return String(headers['x-amz-target'] ?? '').split('.')[1] ?? '';
}
