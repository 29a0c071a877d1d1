import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { GetCommandInput, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { HttpEvent } from '../../shared/http/event.ts';

/** One thing to be timed: a function's bundle with an event, or a bare call of the SDK. */
export type Task = { readonly name: string } & (
  | {
      readonly bundle: string;
      readonly table: string;
      readonly event: HttpEvent;
      /** For a list: how many resources each answer has. */
      readonly rows?: number;
    }
  | { readonly get: GetCommandInput }
  | { readonly query: QueryCommandInput }
);

/** Tasks that are run in turns. */
export interface Work {
  readonly tasks: readonly Task[];
  readonly runs: number;
  readonly warmUp: number;
}

/** Times tasks in a process of their own; gives the milliseconds of every run, by the name of the task. */
export function timeInProcess(
  work: Work,
  environment: Readonly<Record<string, string>>,
): Promise<(name: string) => readonly number[]> {
  const child = fork(join(import.meta.dirname, 'timed-process.ts'), {
    env: environment,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (times: Readonly<Record<string, readonly number[]>>) => {
      resolve((name) => times[name] ?? []);
    });
    child.once('exit', (code) => {
      reject(new Error(`The process that measures ended with code ${String(code)}`));
    });
    child.once('error', reject);
    child.send(work);
  });
}
