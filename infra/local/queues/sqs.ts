import type { Credentials } from '../aws/sigv4.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Assembly } from '../template/assembly.ts';

/** A queue as it stands. */
export interface QueueSummary {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

export interface QueuesOptions {
  readonly assembly: Assembly;
  /** Where messages are kept. */
  readonly directory: string;
  readonly credentials: Credentials;
}

/** SQS: the queues of the assembly, their dead-letter queues and their event source mappings. */
export interface Queues {
  /** The endpoint (JSON protocol) on 127.0.0.1; port 0 takes a free one. Resolves with its URL. */
  listen(port: number): Promise<string>;
  /** URL of a queue, once listening. */
  url(queueName: string): string;
  /** Puts a message, for services that deliver to a queue. @throws when there is no such queue. */
  send(queueArn: string, body: string): void;
  /** Starts the event source mappings from queues to functions. */
  start(lambda: LambdaRuntime): void;
  summaries(): readonly QueueSummary[];
  /** Messages of a queue without receiving them, oldest first, at most 100. */
  peek(queueName: string): readonly { readonly messageId: string; readonly body: string }[];
  close(): Promise<void>;
}

/** @throws {UnsupportedError} when a queue uses what the local stack does not have (FIFO, say). */
export declare function createQueues(options: QueuesOptions): Queues;
