import { createServer, type Server } from 'node:http';
import { handleRequest } from './handle-request.ts';
import type { S3Settings } from './settings.ts';
import { closeStore, openStore } from './storage/store.ts';

export interface RunningS3 {
  readonly port: number;
  /** Closes open connections and finishes the delivery of the current event. */
  readonly close: () => Promise<void>;
}

/**
 * Starts an S3 on 127.0.0.1 with its objects in a directory; path-style requests only.
 * @throws Error when the port is taken, or another process uses the directory
 */
export async function startS3(settings: S3Settings): Promise<RunningS3> {
  const store = openStore(settings);
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const handling = handleRequest(request, response, store).finally(() => underWay.delete(handling));
    underWay.add(handling);
  });
  server.requestTimeout = 0; // no time limit for large uploads
  try {
    const port = await listen(server, settings.port);
    return {
      port,
      async close() {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await Promise.all([closed, ...underWay]);
        await closeStore(store);
      },
    };
  } catch (error) {
    await closeStore(store);
    throw error;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
