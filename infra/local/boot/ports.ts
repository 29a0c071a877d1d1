import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { StartError } from './start-error.ts';

const FIRST = 20_000;
const COUNT = 12_000;

/**
 * Free ports of 127.0.0.1. They have to be known before anything listens, since the functions' environment names
 * them; they lie below the range from which systems give ports to outgoing connections, so that none is taken meanwhile.
 */
export async function chooseFreePorts(count: number): Promise<readonly number[]> {
  const chosen = new Set<number>();
  while (chosen.size < count) {
    const candidate = FIRST + Math.floor(Math.random() * COUNT);
    if (!chosen.has(candidate) && (await isFree(candidate))) chosen.add(candidate);
  }
  return [...chosen];
}

/** The port and those after it. Throws a StartError that says which of them is taken. */
export async function claimPorts(port: number, users: readonly string[]): Promise<readonly number[]> {
  const ports = users.map((_, index) => port + index);
  for (const [index, candidate] of ports.entries())
    if (!(await isFree(candidate)))
      throw new StartError(
        `Port ${candidate}, which ${users[index] ?? 'the cabinet'} wants, is taken: end what listens there, or choose another --port.`,
      );
  return ports;
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
