import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { portTaken, requireFreePorts } from '../boot/ports.ts';
import { StartError } from '../boot/start-error.ts';
import { findEngine, noEngine, type EngineCommand } from './engine-command.ts';
import { databaseFile, endLeftOver, endProcess, engineRecord, signal } from './engine-record.ts';

const startTimeoutMs = 15_000;
const fetchTimeoutMs = 120_000;

export interface EngineOptions {
  /**
   * Directory of the engine's file; locked by the caller, since the engine itself allows two processes on one file.
   */
  readonly directory: string;
  readonly port: number;
  readonly command?: EngineCommand | undefined;
  /** Keeps the data in memory: nothing survives the engine, and no write waits for the disk. */
  readonly inMemory?: boolean | undefined;
}

/** A DynamoDB engine in its own process. */
export interface Engine {
  readonly endpoint: string;
  readonly database: string;
  /** Resolves when the engine ends unexpectedly. */
  readonly failure: Promise<Error>;
  close(): Promise<void>;
  /** Kills it, as in a crash. */
  kill(): void;
}

/**
 * Starts the engine; it ends with this process however that ends, or at the next start after a `kill -9`.
 * @throws {StartError} when the platform has no engine, its port is taken, or its file is damaged.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { directory, port } = options;
  const command = options.command ?? findEngine();
  mkdirSync(directory, { recursive: true });
  await endLeftOver(directory);
  await requireFreePorts([['dynamodb', port]]);
  const database = databaseFile(directory);
  const child = spawnEngine(command, options);
  const { pid } = child;
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => {
      resolve(null);
    });
  });
  if (pid === undefined) throw noEngine();
  const record = engineRecord(directory);
  record.write({ pid });
  const killWithParent = (): void => {
    signal(pid, 'SIGKILL');
  };
  process.once('exit', killWithParent);
  let isClosing = false;
  const forget = (): void => {
    process.removeListener('exit', killWithParent);
    record.remove();
  };
  const endpoint = `http://127.0.0.1:${port}`;
  const timeout = AbortSignal.any([
    AbortSignal.timeout(command.isFetched ? fetchTimeoutMs : startTimeoutMs),
    abortWhen(ended),
  ]);
  const started = await answers(endpoint, timeout);
  if (!started) {
    killWithParent();
    forget();
    throw explain(readLog(directory), command, directory, port);
  }
  return {
    endpoint,
    database,
    failure: new Promise((resolve) => {
      void ended.then((code) => {
        if (!isClosing)
          resolve(
            new StartError(`The DynamoDB engine stopped unexpectedly (${code ?? 'killed'}): start again.`),
          );
      });
    }),
    close: async () => {
      isClosing = true;
      // Keeps the event loop alive until the engine has ended.
      child.ref();
      await endProcess(pid);
      await ended;
      forget();
    },
    kill: () => {
      isClosing = true;
      killWithParent();
      process.removeListener('exit', killWithParent);
    },
  };
}

/** In its own process group, so that Ctrl-C only reaches its parent, which then stops everything in order. */
function spawnEngine(command: EngineCommand, { directory, port, inMemory }: EngineOptions): ChildProcess {
  const log = openSync(logFile(directory), 'w');
  const serve = ['serve', '--host', '127.0.0.1', '--port', String(port)];
  const storage = inMemory === true ? [] : ['--db-path', databaseFile(directory)];
  const child = spawn(command.program, [...command.leading, ...serve, ...storage], {
    stdio: ['ignore', log, log],
    detached: true,
  });
  child.unref();
  closeSync(log);
  return child;
}

function abortWhen(event: Promise<unknown>): AbortSignal {
  const controller = new AbortController();
  void event.then(() => {
    controller.abort();
  });
  return controller.signal;
}

/** Polls until there is a response; false when it times out. */
async function answers(endpoint: string, timeout: AbortSignal): Promise<boolean> {
  while (!timeout.aborted) {
    try {
      const response = await fetch(endpoint, { signal: timeout });
      await response.arrayBuffer();
      return true;
    } catch {
      await sleep(10);
    }
  }
  return false;
}

function explain(log: string, command: EngineCommand, directory: string, port: number): StartError {
  if (log.includes('already in use')) return portTaken('dynamodb', port);
  if (/malformed|not a valid SQLite|not a database/.test(log))
    return new StartError(
      `${databaseFile(directory)} is damaged: start with --fresh, or restore a copy of it.`,
    );
  return command.isFetched
    ? noEngine()
    : new StartError(`The DynamoDB engine does not start: see ${logFile(directory)}.`);
}

const logFile = (directory: string): string => join(directory, 'engine.log');

function readLog(directory: string): string {
  return readFileSync(logFile(directory), 'utf8');
}
