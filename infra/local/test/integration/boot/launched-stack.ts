import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach } from 'vitest';
import { createDataDirectory, removeDataDirectory } from '../../../testing/boot/fixture-stack.ts';

const local = new URL('../../../', import.meta.url);

/** A command that starts the fixture. */
const script = `
const { run } = await import('${local.href}boot/run.ts');
const { fixture: application } = await import('${local.href}testing/boot/fixture-stack.ts');
const seed = { name: 'demo', run: (context) => { context.log('seeding'); return Promise.resolve(); } };
const command = { application, name: 'start', port: 0, dataDirectory: '.local', seed };
await run(command, process.argv.slice(1));
`;

/** A start in a process of its own. */
export type Launched = ChildProcessByStdio<null, Readable, Readable>;

/** Launches stacks on the data directory of the current test. */
export interface Launcher {
  readonly dataDirectory: string;
  launch(...options: readonly string[]): Launched;
}

/** Gives every test of the file a data directory of its own, and ends the stacks that a test has left running. */
export function createLauncher(): Launcher {
  let dataDirectory = '';
  let started: Launched[] = [];
  beforeEach(() => {
    dataDirectory = createDataDirectory();
    started = [];
  });
  afterEach(async () => {
    await terminate(started);
    removeDataDirectory(dataDirectory);
  });
  return {
    get dataDirectory() {
      return dataDirectory;
    },
    launch: (...options) => {
      const child = launchFixture(dataDirectory, options);
      started.push(child);
      return child;
    },
  };
}

function launchFixture(dataDirectory: string, options: readonly string[]): Launched {
  const line = ['--port', '0', '--data', dataDirectory, ...options];
  return spawn(process.execPath, ['--input-type=module', '--eval', script, '--', ...line], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function terminate(started: readonly Launched[]): Promise<void> {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
}

/** Resolves with the lines up to `ready`, and the origin in it. */
export async function untilReady(child: Launched): Promise<{ lines: string[]; origin: string }> {
  const origin = /^ready (http:\/\/127\.0\.0\.1:\d+)$/m;
  let printed = '';
  await new Promise<void>((resolve) => {
    // It keeps on reading: a process whose output nobody reads ends with the next line.
    child.stdout.on('data', (chunk) => {
      printed += String(chunk);
      if (origin.test(printed)) resolve();
    });
    child.stdout.on('end', resolve);
  });
  const [, address] = origin.exec(printed) ?? [];
  if (address === undefined) throw new Error(`It ended: ${printed}${await text(child.stderr)}`);
  return { origin: address, lines: printed.trim().split('\n') };
}

export async function untilExit(child: Launched): Promise<{ code: unknown; errors: string[] }> {
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, errors: stripVTControlCharacters(errors).trim().split('\n') };
}

/** Process id of the database engine of a data directory. */
export const enginePid = (dataDirectory: string): number =>
  (JSON.parse(readFileSync(join(dataDirectory, 'dynamodb/engine.json'), 'utf8')) as { pid: number }).pid;

export const isRunning = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
};
