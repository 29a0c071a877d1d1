import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './start-error.ts';

const firstPort = 20_000;
const portCount = 12_000;

/** How long a process that was killed may keep its ports: its threads end one after the other. */
const releaseTimeoutMs = 1_000;

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

/** @throws {StartError} when a port is taken and stays so, with the port and its purpose */
export async function requireFreePorts(
  claims: readonly (readonly [user: string, port: number])[],
): Promise<void> {
  const deadline = Date.now() + releaseTimeoutMs;
  for (const [user, port] of claims) if (!(await isFreeBefore(deadline, port))) throw portTaken(user, port);
}

/** The problem of a port that something else listens on, with the purpose that it was meant for. */
export function portTaken(user: string, port: number): StartError {
  return new StartError(
    `Port ${port}, meant for ${user}, is taken: stop what listens there, or choose another with --port.`,
  );
}

async function isFreeBefore(deadline: number, port: number): Promise<boolean> {
  while (!(await isFree(port))) {
    if (Date.now() >= deadline) return false;
    await sleep(20);
  }
  return true;
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
