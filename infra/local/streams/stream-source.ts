import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Queues } from '../queues/sqs.ts';
import type { Assembly } from '../template/assembly.ts';

export interface StreamSourcesOptions {
  readonly assembly: Assembly;
  readonly lambda: LambdaRuntime;
  readonly queues: Queues;
  /** Client of the local engine's Streams API. */
  readonly client: DynamoDBStreamsClient;
  /** Where the position in each stream is kept. */
  readonly directory: string;
  /** Loud line about records that were given up. */
  readonly warn: (message: string) => void;
  /** Milliseconds between two reads of an idle stream; 200 by default. */
  readonly pollInterval?: number | undefined;
}

/** The event source mappings from DynamoDB streams to functions. */
export interface StreamSources {
  /** Begins to read; the tables must exist. */
  start(): void;
  /** Ends after the batch that is being delivered. */
  close(): Promise<void>;
}

/** @throws {UnsupportedError} when a mapping uses what the local stack does not have. */
export declare function createStreamSources(options: StreamSourcesOptions): StreamSources;
