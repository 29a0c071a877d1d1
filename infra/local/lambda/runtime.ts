import { randomUUID } from 'node:crypto';
import type { Assembly } from '../template/assembly.ts';
import { readFunctions } from './definition.ts';
import type { FunctionError, FunctionOutput } from './execution-environment.ts';
import { createPool } from './pool.ts';

export type { FunctionOutput } from './execution-environment.ts';

/** One finished invocation. */
export interface Invocation {
  readonly requestId: string;
  readonly functionName: string;
  /** JSON text of what the handler returned; undefined when it failed. */
  readonly payload: string | undefined;
  readonly error: FunctionError | undefined;
  /** Milliseconds from passing the event to the worker to its response, excluding a cold start. */
  readonly duration: number;
  /** Milliseconds of the worker's start; undefined when it was warm. */
  readonly initDuration: number | undefined;
  /** Number of signed AWS requests that the function made during the invocation. */
  readonly awsCalls: number;
}

export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  readonly stack: string;
  /** Megabytes. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  /** ARN of the queue for events whose asynchronous invocation finally failed. */
  readonly deadLetterArn: string | undefined;
  /** Role that it runs under. */
  readonly roleArn: string | undefined;
}

export interface LambdaOptions {
  readonly assembly: Assembly;
  /** Region and endpoint variables; the template's own variables take precedence. */
  readonly environment: Readonly<Record<string, string>>;
  /** Variables with the credentials of a function, by its name. */
  readonly credentials?: ((functionName: string) => Readonly<Record<string, string>>) | undefined;
  /** Receives the functions' output. */
  readonly output: (output: FunctionOutput) => void;
  /** Called after every invocation. */
  readonly report?: ((invocation: Invocation) => void) | undefined;
  /** Maximum number of workers per function, unless it reserves a concurrency. 10 by default. */
  readonly concurrency?: number | undefined;
}

/** Runs the functions of the assembly in worker threads, each with one invocation at a time. */
export interface LambdaRuntime {
  readonly functions: readonly LambdaFunction[];
  /** Finds a function by its name, its ARN, or an ARN with a version or alias. */
  find(nameOrArn: string): LambdaFunction | undefined;
  /**
   * Invokes synchronously. The result includes a function's failure. When a reserved concurrency is exceeded, its
   * error is `TooManyRequestsException`; at the default limit the invocation waits.
   * @param event any JSON value; at most 6 MB, as in the cloud
   * @throws {UnknownFunctionError} when there is no such function
   */
  invoke(nameOrArn: string, event: unknown): Promise<Invocation>;
  /** Starts one worker per function; resolves when all are ready or have failed. */
  warmUp(): Promise<void>;
  /** Ends all workers; current invocations fail. */
  close(): Promise<void>;
}

/** There is no function of this name or ARN. */
class UnknownFunctionError extends Error {
  override readonly name = 'UnknownFunctionError';
}

/** Lambda's limit for event and response of a synchronous invocation, in bytes. */
const maxPayloadBytes = 6 * 1024 * 1024;

/**
 * @throws {UnsupportedError} when a function needs something that the local stack does not support (another runtime,
 * layers)
 */
export function createLambda(options: LambdaOptions): LambdaRuntime {
  const { assembly, environment, credentials, output, report, concurrency = 10 } = options;
  // Lambda's clock is UTC. Worker threads share the time zone of the process, regardless of their own TZ.
  process.env['TZ'] = 'UTC';
  const functions = readFunctions(assembly);
  const pools = new Map(
    functions.map((definition) => [
      definition.name,
      createPool({
        ...{ definition, output, concurrency },
        variables: { ...environment, ...credentials?.(definition.name) },
      }),
    ]),
  );
  const find = (nameOrArn: string): LambdaFunction | undefined =>
    functions.find(
      ({ name, arn }) => nameOrArn === name || nameOrArn === arn || nameOrArn.startsWith(`${arn}:`),
    );

  const invoke = async (nameOrArn: string, event: unknown): Promise<Invocation> => {
    const functionName = find(nameOrArn)?.name ?? '';
    const pool = pools.get(functionName);
    if (!pool) throw new UnknownFunctionError(`there is no function ${nameOrArn}`);
    const requestId = randomUUID();
    const text = JSON.stringify(event ?? null);
    const outcome =
      Buffer.byteLength(text) > maxPayloadBytes
        ? { ...notRun, error: requestTooLarge }
        : await pool.invoke(requestId, text);
    const tooLarge = outcome.payload !== undefined && Buffer.byteLength(outcome.payload) > maxPayloadBytes;
    const invocation: Invocation = {
      requestId,
      functionName,
      payload: tooLarge ? undefined : outcome.payload,
      error: tooLarge ? responseTooLarge : outcome.error,
      duration: outcome.duration,
      initDuration: outcome.initDuration,
      awsCalls: outcome.awsCalls,
    };
    if (invocation.error) {
      const line = `ERROR Invoke Error ${JSON.stringify({ requestId, ...invocation.error })}`;
      output({ functionName, stream: 'stderr', line });
    }
    report?.(invocation);
    return invocation;
  };

  return {
    functions,
    find,
    invoke,
    warmUp: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.warmUp()));
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

const notRun = { payload: undefined, awsCalls: 0, duration: 0, initDuration: undefined };
const requestTooLarge: FunctionError = {
  errorType: 'RequestTooLargeException',
  errorMessage: `Request must be smaller than ${maxPayloadBytes} bytes for the InvokeFunction operation`,
  trace: [],
};
const responseTooLarge: FunctionError = {
  errorType: 'Function.ResponseSizeTooLarge',
  errorMessage: `Response payload size exceeded maximum allowed payload size (${maxPayloadBytes} bytes).`,
  trace: [],
};
