import type { Assembly } from '../template/assembly.ts';

/** How a function failed, as Lambda reports it (`Runtime.ExitError`, `Sandbox.Timedout`, or the error's own name). */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** One finished invocation. */
export interface Invocation {
  readonly requestId: string;
  readonly functionName: string;
  /** JSON text of what the handler returned; undefined when it failed. */
  readonly payload: string | undefined;
  readonly error: FunctionError | undefined;
  /** Milliseconds from the hand-over to the worker to the answer, a cold start excluded. */
  readonly duration: number;
  /** Milliseconds that the worker took to start; undefined when it was warm. */
  readonly initDuration: number | undefined;
  /** Requests signed for AWS that the function made during the invocation. */
  readonly awsCalls: number;
}

/** One line that a function wrote. */
export interface FunctionOutput {
  readonly functionName: string;
  readonly stream: 'stdout' | 'stderr';
  readonly line: string;
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
}

export interface LambdaOptions {
  readonly assembly: Assembly;
  /** Region, credentials and endpoint variables; the template's own variables win. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the functions' output goes. */
  readonly output: (output: FunctionOutput) => void;
  /** Called once for every finished invocation. */
  readonly report?: ((invocation: Invocation) => void) | undefined;
  /** Workers a function may have at the same time unless it reserves a concurrency. 10 by default. */
  readonly concurrency?: number | undefined;
}

/** Runs the functions of the assembly in worker threads, one invocation at a time in each. */
export interface LambdaRuntime {
  readonly functions: readonly LambdaFunction[];
  /** Finds a function by its name, its ARN, or an ARN with a version or alias. */
  find(nameOrArn: string): LambdaFunction | undefined;
  /**
   * Invokes synchronously. A function's failure is in the result, not thrown. Beyond a reserved concurrency the
   * result's error is `TooManyRequestsException`; beyond the default one the invocation waits.
   * @param event anything that JSON can say, or its text as a Buffer; 6 MB at most, as in the cloud.
   * @throws {UnknownFunctionError} when there is no such function.
   */
  invoke(nameOrArn: string, event: unknown): Promise<Invocation>;
  /** Starts one worker of every function; resolves when all are ready or have failed. */
  warmUp(): Promise<void>;
  /** Ends all workers; what is still running fails. */
  close(): Promise<void>;
}

/** @throws {UnsupportedError} when a function of ours needs what the local stack does not have (another runtime, layers). */
export declare function createLambda(options: LambdaOptions): LambdaRuntime;
