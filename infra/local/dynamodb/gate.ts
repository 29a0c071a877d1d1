import { randomUUID } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import { portTaken } from '../boot/ports.ts';
import type { Access } from '../iam/access.ts';
import { authorize, type Refusal } from './authorization.ts';
import { createRequestReader, type RawRequest } from './request-reader.ts';
import type { TableOwner } from './requirements.ts';

export interface GateOptions {
  /** On 127.0.0.1. */
  readonly port: number;
  /** Origin that requests are passed to. */
  readonly engineEndpoint: string;
  readonly access: Access;
  readonly owner: TableOwner;
}

/** The endpoint of DynamoDB: passes those requests to the engine that their signers may make. */
export interface Gate {
  close(): Promise<void>;
}

/**
 * Starts the gate: the engine itself checks neither signatures nor permissions. Each connection has one to the engine,
 * and bytes pass unchanged.
 * @throws {StartError} when the port is taken
 */
export async function startGate(options: GateOptions): Promise<Gate> {
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    open.add(client);
    client.once('close', () => open.delete(client));
    serve(client, options);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', () => {
      reject(portTaken('dynamodb', options.port));
    });
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const client of open) client.destroy();
      }),
  };
}

function serve(client: Socket, { engineEndpoint, access, owner }: GateOptions): void {
  const { hostname, port } = new URL(engineEndpoint);
  const engine = connect({ host: hostname, port: Number(port), noDelay: true });
  const reader = createRequestReader();
  /** A request has arrived, and its response has not begun. */
  let isWaiting = false;
  const handle = async (request: RawRequest): Promise<void> => {
    // SDKs wait for a response before the next request; otherwise, a refusal could overtake a response.
    if (isWaiting) throw new Error('requests are not pipelined');
    isWaiting = true;
    const refusal = await authorize(request, access, owner);
    if (refusal) {
      isWaiting = false;
      client.write(describe(refusal));
      return;
    }
    engine.write(request.bytes);
  };
  client.on('data', (bytes) => {
    try {
      for (const request of reader.read(bytes)) handle(request).catch(() => client.destroy());
    } catch {
      client.destroy();
    }
  });
  engine.on('data', (bytes) => {
    isWaiting = false;
    client.write(bytes);
  });
  for (const [socket, other] of [
    [client, engine],
    [engine, client],
  ] as const) {
    // Its `close` event follows.
    socket.on('error', () => undefined);
    socket.on('end', () => other.end());
    socket.on('close', () => other.destroy());
  }
}

function describe({ code, message }: Refusal): string {
  const body = JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message });
  return [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/x-amz-json-1.0',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-amzn-requestid: ${randomUUID()}`,
    '',
    body,
  ].join('\r\n');
}
