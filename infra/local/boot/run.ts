import { join } from 'node:path';
import { debuglog } from 'node:util';
import { parseStartArguments } from './arguments.ts';
import { startLocalStack } from './local-stack.ts';
import type { StartCommand } from './start-command.ts';
import { StartError } from './start-error.ts';
import { createTerminal } from './terminal.ts';

/** Prints the stack trace behind a message where `NODE_DEBUG=local-stack` is set. */
const debug = debuglog('local-stack');

/**
 * Runs an application in this process until it is interrupted or a part of it fails. Prints one sentence when it
 * cannot.
 */
export async function run(command: StartCommand, commandLine: readonly string[]): Promise<void> {
  process.once('uncaughtException', fail);
  process.once('unhandledRejection', fail);
  // Before it is running, there is nothing to stop in order.
  let end = exit;
  const interrupt = (): void => {
    const first = end;
    end = exit;
    first();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  try {
    const { port, dataDirectory, fresh, seed, indexDelayMilliseconds, without } = parseStartArguments(
      commandLine,
      command,
    );
    const watcher = createTerminal(join(dataDirectory, 'functions.log'));
    const stack = await startLocalStack({
      application: command.application,
      port,
      dataDirectory,
      fresh,
      without,
      indexDelayMilliseconds,
      watcher,
      seed: seed === 'none' ? undefined : command.seed.run,
      mustBeSeeded: seed === 'required',
    });
    end = () => {
      stack.close().then(exit, fail);
    };
    watcher.report(`queues, events, e-mails, tables and buckets: ${stack.consoleUrl}`);
    watcher.report(`ready ${stack.origin}`);
    void stack.failure.then(fail);
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
    error instanceof StartError
      ? message
      : `${message} (start with NODE_DEBUG=local-stack for the stack trace)`,
  );
  debug('%O', error);
  process.exit(1);
}
