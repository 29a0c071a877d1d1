import type { Assembly } from '../template/assembly.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { CabinetAddress } from './cabinet-address.ts';
import type { ServiceName } from './endpoints.ts';
import type { Seed } from './seed-context.ts';

export interface CabinetOptions {
  /** Where everything is kept. */
  readonly dataDirectory: string;
  /** Port of the page and the API; the services follow on the next ones. 0, the default: free ones for all. */
  readonly port?: number | undefined;
  /** Begin with an empty data directory. */
  readonly fresh?: boolean | undefined;
  /** Run once in the life of the data directory, at its first start. */
  readonly seed?: Seed | undefined;
  /** Services that the caller runs elsewhere, found by the variables of `environment`. */
  readonly without?: ReadonlySet<ServiceName> | undefined;
  /** `process.env` by default. */
  readonly environment?: Readonly<Record<string, string | undefined>> | undefined;
  /** Root of the project, whose `cdk.json` says how to synthesize. The root of this one by default. */
  readonly projectDirectory?: string | undefined;
  /** Stage of the application to run; `dev` by default. */
  readonly stage?: string | undefined;
  /** Lines for whoever watches. Silent by default. */
  readonly log?: ((line: string) => void) | undefined;
}

export interface RunningCabinet extends CabinetAddress {
  readonly assembly: Assembly;
  readonly lambda: LambdaRuntime;
  /** Ends everything; what is being answered is finished first. */
  close(): Promise<void>;
  /** Ends everything as `kill -9` would: nothing is finished, nothing is written. */
  crash(): Promise<void>;
  /** Resolves with the reason when a part has ended by itself; never while all is well. */
  readonly failure: Promise<Error>;
}

/**
 * Starts the synthesized cabinet on this machine: resolves when it answers.
 * @throws {StartError} with one sentence that says what to do.
 */
export declare function startCabinet(options: CabinetOptions): Promise<RunningCabinet>;
