import { createConcurrencyLimit } from './concurrency.ts';
import type { FunctionDefinition } from './definition.ts';
import {
  startExecutionEnvironment,
  type ExecutionEnvironment,
  type FunctionError,
  type FunctionOutput,
  type Outcome,
} from './execution-environment.ts';

/** An outcome with its duration in milliseconds. */
interface TimedOutcome extends Outcome {
  readonly duration: number;
  /** Undefined when the worker was warm. */
  readonly initDuration: number | undefined;
}

/** The workers of one function. */
export interface Pool {
  invoke(requestId: string, event: string): Promise<TimedOutcome>;
  /** Starts one worker if there is none. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

export interface PoolOptions {
  readonly definition: FunctionDefinition;
  readonly variables: Readonly<Record<string, string>>;
  readonly output: (output: FunctionOutput) => void;
  /** Maximum number of workers, unless the function reserves its own concurrency. */
  readonly concurrency: number;
}

/**
 * A pool that runs every invocation in its own worker: an idle one, or a new one within the limit. Reserved
 * concurrency throttles when it is exceeded, as in Lambda; at the local limit, invocations wait.
 */
export function createPool({ definition, variables, output, concurrency }: PoolOptions): Pool {
  const { reservedConcurrency } = definition;
  const limit = createConcurrencyLimit(reservedConcurrency ?? concurrency);
  const idle: ExecutionEnvironment[] = [];
  const all = new Set<ExecutionEnvironment>();
  let closed = false;
  const isClosed = (): boolean => closed;

  const start = (): ExecutionEnvironment => {
    const started = startExecutionEnvironment(definition, variables, output);
    all.add(started);
    return started;
  };
  /** An idle worker that is still alive. */
  const takeIdle = (): ExecutionEnvironment | undefined => {
    for (let candidate = idle.pop(); candidate; candidate = idle.pop()) {
      if (candidate.alive) return candidate;
      all.delete(candidate);
    }
    return undefined;
  };

  const run = async (requestId: string, event: string): Promise<TimedOutcome> => {
    if (isClosed()) return { error: closedError, awsCalls: 0, duration: 0, initDuration: undefined };
    const requestedAt = performance.now();
    const warm = takeIdle();
    const environment = warm ?? start();
    const failure = await environment.ready;
    const initDuration = warm ? undefined : performance.now() - requestedAt;
    const handed = performance.now();
    const outcome = failure ? { error: failure, awsCalls: 0 } : await environment.invoke(requestId, event);
    if (environment.alive && !failure) idle.push(environment);
    else all.delete(environment);
    return { ...outcome, duration: performance.now() - handed, initDuration };
  };

  return {
    invoke: async (requestId, event) => {
      if (reservedConcurrency === undefined) await limit.acquire();
      else if (!limit.tryAcquire())
        return { error: throttledError, awsCalls: 0, duration: 0, initDuration: undefined };
      try {
        return await run(requestId, event);
      } finally {
        limit.release();
      }
    },
    warmUp: async () => {
      if (isClosed() || all.size > 0 || !limit.tryAcquire()) return;
      try {
        const environment = start();
        const failure = await environment.ready;
        if (!failure) idle.push(environment);
        else all.delete(environment);
        // Stopping it on purpose is not a failure.
        if (failure && !isClosed()) {
          const line = `${failure.errorType}: ${failure.errorMessage}`;
          output({ functionName: definition.name, stream: 'stderr', line });
        }
      } finally {
        limit.release();
      }
    },
    close: async () => {
      closed = true;
      await Promise.all([...all].map((environment) => environment.terminate()));
    },
  };
}

const closedError: FunctionError = {
  errorType: 'Runtime.ExitError',
  errorMessage: 'The local stack is being closed',
  trace: [],
};
const throttledError: FunctionError = {
  errorType: 'TooManyRequestsException',
  errorMessage: 'Rate Exceeded.',
  trace: [],
};
