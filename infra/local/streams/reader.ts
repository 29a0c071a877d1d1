import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
  type DynamoDBStreamsClient,
} from '@aws-sdk/client-dynamodb-streams';
import type { StreamMapping } from '../lambda/event-source-mappings.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Checkpoints } from './checkpoints.ts';
import { deliver, type DiscardCondition } from './delivery.ts';
import { toStreamRecord, type StreamRecord } from './record.ts';

export interface ReaderOptions {
  readonly mapping: StreamMapping;
  readonly tableName: string;
  readonly region: string;
  readonly lambda: LambdaRuntime;
  readonly client: DynamoDBStreamsClient;
  readonly checkpoints: Checkpoints;
  readonly pollInterval: number;
  readonly discard: (
    shardId: string,
    records: readonly StreamRecord[],
    condition: DiscardCondition,
    invocations: number,
  ) => void;
  readonly warn: (message: string) => void;
  /** Stops reading between two batches, and during pauses. */
  readonly signal: AbortSignal;
}

/** Milliseconds before reading is retried after an error of the stream. */
const errorPauseMs = 1_000;
/** Milliseconds before the first retry of a batch; doubled for each further one, up to the maximum. */
const firstRetryMs = 200;
const maxRetryMs = 10_000;

interface Position {
  readonly streamArn: string;
  readonly shardId: string;
  iterator: string | undefined;
}

/** Reads a stream until it is aborted; an error of the engine is reported and then retried. */
export async function readStream(options: ReaderOptions): Promise<void> {
  const { mapping, pollInterval, signal, warn } = options;
  const isEnded = (): boolean => signal.aborted;
  let position: Position | undefined;
  while (!isEnded()) {
    try {
      position ??= await locate(options);
      const records = await gather(options, position);
      if (records.length === 0) await pause(pollInterval, signal);
      else await process(options, position, records);
    } catch (error) {
      if (isEnded()) return;
      warn(`${mapping.id} cannot read the stream of ${options.tableName}: ${String(error)}`);
      position = undefined;
      await pause(errorPauseMs, signal);
    }
  }
}

/** The position after the last finished record. The engine has one shard per stream. */
async function locate({ client, mapping, tableName, checkpoints }: ReaderOptions): Promise<Position> {
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const streamArn = Streams.at(-1)?.StreamArn;
  if (streamArn === undefined) throw new Error('the table has no stream');
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  const [shard, ...others] = StreamDescription?.Shards ?? [];
  if (shard?.ShardId === undefined || others.length > 0)
    throw new Error(`the stream has ${others.length + (shard ? 1 : 0)} shards; only one is supported`);
  const SequenceNumber = checkpoints.find(mapping.id, streamArn);
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shard.ShardId,
      ...(SequenceNumber === undefined
        ? { ShardIteratorType: mapping.startsAt }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber }),
    }),
  );
  return { streamArn, shardId: shard.ShardId, iterator: ShardIterator };
}

/** A batch: the available records, or those that arrive within the batching window. */
async function gather(options: ReaderOptions, position: Position): Promise<StreamRecord[]> {
  const { client, mapping, region, pollInterval, signal } = options;
  const records: StreamRecord[] = [];
  const deadline = Date.now() + mapping.window * 1000;
  for (;;) {
    const ShardIterator = position.iterator;
    const Limit = mapping.batchSize - records.length;
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator, Limit }),
    );
    position.iterator = NextShardIterator;
    records.push(...Records.map((record) => toStreamRecord(record, region, mapping.sourceArn)));
    const isComplete = records.length === 0 || records.length >= mapping.batchSize || Date.now() >= deadline;
    if (isComplete || signal.aborted) return records;
    await pause(Math.min(pollInterval, deadline - Date.now()), signal);
  }
}

async function process(
  options: ReaderOptions,
  position: Position,
  records: readonly StreamRecord[],
): Promise<void> {
  const { mapping, lambda, checkpoints, signal, discard } = options;
  const save = (sequenceNumber: string): void => {
    checkpoints.save(mapping.id, position.streamArn, sequenceNumber);
  };
  const accepted = records.filter(({ event }) => mapping.accepts(event));
  const isDone = await deliver(accepted, {
    mapping,
    invoke: (batch) => lambda.invoke(mapping.functionName, { Records: batch.map(({ event }) => event) }),
    discard: (batch, condition, invocations) => {
      discard(position.shardId, batch, condition, invocations);
    },
    checkpoint: save,
    pause: async (attempt) => {
      await pause(Math.min(firstRetryMs * 2 ** attempt, maxRetryMs), signal);
      return !signal.aborted;
    },
    now: () => Date.now(),
  });
  const last = records.at(-1);
  if (last && isDone) save(last.sequenceNumber);
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
