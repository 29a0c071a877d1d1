import { join } from 'node:path';
import { debuglog } from 'node:util';
import type { StartArguments } from './arguments.ts';
import { startCabinet } from './cabinet.ts';
import type { Seed } from './seed-context.ts';
import { StartError } from './start-error.ts';
import { createTerminal } from './terminal.ts';

/** Prints the stack trace behind a message: `NODE_DEBUG=cabinet npm start`. */
const debug = debuglog('cabinet');

/**
 * Runs a cabinet in this process until it is interrupted or a part of it fails. Prints one sentence when it cannot.
 */
export async function run(
  readArguments: () => StartArguments,
  demo: Seed,
  projectDirectory?: string,
): Promise<void> {
  process.once('uncaughtException', fail);
  process.once('unhandledRejection', fail);
  // Before the cabinet is running, there is nothing to stop in order.
  let end = exit;
  const interrupt = (): void => {
    const first = end;
    end = exit;
    first();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    const { port, dataDirectory, fresh, seed, without } = readArguments();
    const watcher = createTerminal(join(dataDirectory, 'functions.log'));
    const cabinet = await startCabinet({
      port,
      dataDirectory,
      fresh,
      without,
      watcher,
      projectDirectory,
      seed: seed === 'none' ? undefined : demo,
      mustBeSeeded: seed === 'demo',
    });
    end = () => {
      cabinet.close().then(exit, fail);
    };
    watcher.report(`queues, events, e-mails, tables and buckets: ${cabinet.consoleUrl}`);
    watcher.report(`ready ${cabinet.origin}`);
    void cabinet.failure.then(fail);
  } catch (error) {
    fail(error);
  }
}

/**
 * Also stops the database engine, which listens for the `exit` event; a signal's default action would not emit it.
 */
function exit(): void {
  process.exit();
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    error instanceof StartError ? message : `${message} (stack trace: NODE_DEBUG=cabinet npm start)`,
  );
  debug('%O', error);
  process.exit(1);
}
