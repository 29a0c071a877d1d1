import type { Operation } from '../samples/capabilities.ts';
import type { Person } from '../invoke.ts';

/** A request, as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path as in the URL, percent-encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

/** An answer, as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Where the table of security is walked: in this process, or against an API over HTTP. */
export interface Setting {
  /** Sends a request to an operation, as a user or anonymously. */
  readonly send: (
    person: Person | undefined,
    operation: Operation,
    request: WireRequest,
  ) => Promise<WireAnswer>;
  /** Restores the world of the samples. */
  readonly restore: () => Promise<void>;
  /** Gives an account manager another portfolio. */
  readonly assign: (manager: Person, operatorIds: readonly string[]) => Promise<void>;
}
