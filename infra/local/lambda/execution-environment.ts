import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import type { FunctionDefinition } from './definition.ts';
import { lambdaVariables } from './environment.ts';

/** How a function failed, as Lambda reports it (`Runtime.ExitError`, `Sandbox.Timedout`, or the error's own name). */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** A line of a function's output. */
export interface FunctionOutput {
  readonly functionName: string;
  readonly stream: 'stdout' | 'stderr';
  readonly line: string;
}

const failure = z.object({ errorType: z.string(), errorMessage: z.string(), trace: z.array(z.string()) });
const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('answered'), requestId: z.string(), payload: z.string(), awsCalls: z.number() }),
  z.object({
    kind: z.literal('failed'),
    requestId: z.string().optional(),
    error: failure,
    awsCalls: z.number().default(0),
  }),
]);

/** Result of an invocation. */
export interface Outcome {
  readonly payload?: string | undefined;
  readonly error?: FunctionError | undefined;
  readonly awsCalls: number;
}

/** One worker thread with one function in it. */
export interface ExecutionEnvironment {
  /** Resolves when the function is loaded, with the error when the initialization code fails. */
  readonly ready: Promise<FunctionError | undefined>;
  /** False after the worker has ended; it accepts no invocations then. */
  readonly alive: boolean;
  /** The outcome includes the function's failure. One invocation at a time. */
  invoke(requestId: string, event: string): Promise<Outcome>;
  terminate(): Promise<void>;
}

/** Lambda's limit for the initialization code, in milliseconds. */
const initTimeoutMs = 10_000;

/** Starts a worker and loads the function into it. */
export function startExecutionEnvironment(
  definition: FunctionDefinition,
  variables: Readonly<Record<string, string>>,
  output: (output: FunctionOutput) => void,
): ExecutionEnvironment {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    argv: [definition.file, definition.exportName, definition.arn],
    env: {
      ...lambdaVariables(definition, randomBytes(16).toString('hex')),
      ...variables,
      ...definition.environment,
    },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: definition.memory },
    stdout: true,
    stderr: true,
  });
  for (const stream of ['stdout', 'stderr'] as const)
    createInterface({ input: worker[stream] }).on('line', (line) => {
      output({ functionName: definition.name, stream, line });
    });

  let alive = true;
  let crash: string | undefined;
  let settle: ((outcome: Outcome) => void) | undefined;
  /** The worker's next message or its end; `late` when neither comes in time. */
  const reply = (milliseconds: number, late: () => FunctionError): Promise<Outcome> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        settle?.({ error: late(), awsCalls: 0 });
        alive = false;
        void worker.terminate();
      }, milliseconds);
      settle = (outcome) => {
        clearTimeout(timer);
        settle = undefined;
        resolve(outcome);
      };
    });
  worker.on('message', (message: unknown) => {
    const parsed = messageSchema.parse(message);
    if (parsed.kind === 'ready') settle?.({ awsCalls: 0 });
    else settle?.(parsed);
  });
  worker.on('error', (error: Error) => {
    crash = error.stack ?? error.message;
    output({ functionName: definition.name, stream: 'stderr', line: `Runtime exited: ${crash}` });
  });
  worker.on('exit', (code) => {
    alive = false;
    settle?.({ error: exitError(code, crash), awsCalls: 0 });
  });

  const started = reply(initTimeoutMs, () => timedOut('Init phase timed out', initTimeoutMs));
  return {
    ready: started.then(async ({ error }) => {
      if (error) await worker.terminate();
      return error;
    }),
    get alive() {
      return alive;
    },
    invoke: (requestId, event) => {
      if (!alive) return Promise.resolve({ error: exitError(1, crash), awsCalls: 0 });
      const milliseconds = definition.timeout * 1000;
      const traceId = `Root=1-${Math.trunc(Date.now() / 1000).toString(16)}-${randomBytes(12).toString('hex')};Sampled=0`;
      const answer = reply(milliseconds, () =>
        timedOut(`RequestId: ${requestId} Error: Task timed out`, milliseconds),
      );
      worker.postMessage({ requestId, event, traceId, deadline: Date.now() + milliseconds });
      return answer;
    },
    terminate: async () => {
      await worker.terminate();
    },
  };
}

function timedOut(what: string, milliseconds: number): FunctionError {
  const errorMessage = `${what} after ${(milliseconds / 1000).toFixed(2)} seconds`;
  return { errorType: 'Sandbox.Timedout', errorMessage, trace: [] };
}

function exitError(code: number, crash: string | undefined): FunctionError {
  const reason =
    code === 0 && crash === undefined ? 'without providing a reason' : `with error: exit status ${code}`;
  const trace = crash === undefined ? [] : crash.split('\n');
  return { errorType: 'Runtime.ExitError', errorMessage: `Runtime exited ${reason}`, trace };
}
