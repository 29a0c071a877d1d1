import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { StartError } from './start-error.ts';

const firstPort = 20_000;
const portCount = 12_000;

/**
 * Free ports of 127.0.0.1. They must be known before anything listens, since the functions' environment contains
 * them; they are below the ephemeral range, so that no outgoing connection takes them meanwhile.
 */
export async function chooseFreePorts(count: number): Promise<readonly number[]> {
  const chosen = new Set<number>();
  while (chosen.size < count) {
    const candidate = firstPort + Math.floor(Math.random() * portCount);
    if (!chosen.has(candidate) && (await isFree(candidate))) chosen.add(candidate);
  }
  return [...chosen];
}

/** Throws a StartError when a port is taken, with the port and its purpose. */
export async function requireFreePorts(
  claims: readonly (readonly [user: string, port: number])[],
): Promise<void> {
  for (const [user, port] of claims)
    if (!(await isFree(port)))
      throw new StartError(
        `Port ${port}, meant for ${user}, is taken: stop what listens there, or choose another with --port.`,
      );
}

async function isFree(port: number): Promise<boolean> {
  const server: Server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
