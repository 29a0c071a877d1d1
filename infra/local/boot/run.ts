import { join } from 'node:path';
import { debuglog } from 'node:util';
import type { StartArguments } from './arguments.ts';
import { startCabinet } from './cabinet.ts';
import type { Seed } from './seed-context.ts';
import { StartError } from './start-error.ts';
import { createTerminal } from './terminal.ts';

/** Shows the stack trace behind a sentence: `NODE_DEBUG=cabinet npm start`. */
const debug = debuglog('cabinet');

/** Runs a cabinet in this process until it is interrupted or a part of it fails. Says why it cannot in one sentence. */
export async function run(
  readArguments: () => StartArguments,
  demo: Seed,
  projectDirectory?: string,
): Promise<void> {
  process.once('uncaughtException', fail);
  process.once('unhandledRejection', fail);
  // As long as nothing answers there is nothing to finish.
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
    watcher.say(`queues, events, e-mails, tables and buckets: ${cabinet.consoleUrl}`);
    watcher.say(`ready ${cabinet.origin}`);
    void cabinet.failure.then(fail);
  } catch (error) {
    fail(error);
  }
}

/** Takes the database engine along, whose end hangs on the event `exit`; the default action of a signal would not. */
function exit(): void {
  process.exit();
}

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof StartError ? message : `${message} (where: NODE_DEBUG=cabinet npm start)`);
  debug('%O', error);
  process.exit(1);
}
