import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { readEventSourceMappings, type StreamMapping } from '../lambda/event-source-mappings.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Queues } from '../queues/sqs.ts';
import type { Assembly } from '../template/assembly.ts';
import { UnsupportedError } from '../template/errors.ts';
import { openCheckpoints } from './checkpoints.ts';
import type { DiscardCondition } from './delivery.ts';
import { readStream } from './reader.ts';
import type { StreamRecord } from './record.ts';

export interface StreamSourcesOptions {
  readonly assembly: Assembly;
  readonly lambda: LambdaRuntime;
  readonly queues: Queues;
  /** Client of the local engine's Streams API. */
  readonly client: DynamoDBStreamsClient;
  /** Directory of the checkpoints. */
  readonly directory: string;
  /** Reports discarded records. */
  readonly warn: (message: string) => void;
  /** Milliseconds between two reads of an idle stream; 200 by default. */
  readonly pollInterval?: number | undefined;
}

/** The event source mappings of DynamoDB streams. */
export interface StreamSources {
  /** Starts reading; the tables must exist. */
  start(): void;
  /** Stops after the batch that is being delivered. */
  close(): Promise<void>;
}

/** @throws {UnsupportedError} when a mapping uses something that the local stack does not support */
export function createStreamSources(options: StreamSourcesOptions): StreamSources {
  const { assembly, lambda, queues, client, warn, pollInterval = 200 } = options;
  const mappings = readEventSourceMappings(assembly).flatMap((mapping) => {
    if (mapping.kind !== 'stream') return [];
    const { arn, name } = describeTarget(assembly, lambda, mapping);
    return [{ mapping, functionArn: arn, tableName: name }];
  });
  mkdirSync(options.directory, { recursive: true });
  const checkpoints = openCheckpoints(path.join(options.directory, 'streams.db'));
  const ending = new AbortController();
  let readers: Promise<void>[] = [];

  return {
    start: () => {
      readers = mappings.map(({ mapping, functionArn, tableName }) =>
        readStream({
          ...{ mapping, tableName, region: assembly.region, lambda, client, checkpoints, pollInterval, warn },
          signal: ending.signal,
          discard: (shardId, records, condition, invocations) => {
            const numbers = records.map(({ sequenceNumber }) => sequenceNumber).join(', ');
            const { failureDestination } = mapping;
            if (failureDestination !== undefined) {
              const notice = describeFailure({
                mapping,
                functionArn,
                shardId,
                records,
                condition,
                invocations,
              });
              queues.send(failureDestination, JSON.stringify(notice));
            }
            const fate =
              failureDestination === undefined
                ? 'lost, because there is no destination'
                : 'reported to its destination';
            warn(`${mapping.id} discarded the records ${numbers} of ${tableName} (${condition}): ${fate}`);
          },
        }),
      );
    },
    close: async () => {
      ending.abort();
      await Promise.all(readers);
      checkpoints.close();
    },
  };
}

function describeTarget(
  assembly: Assembly,
  lambda: LambdaRuntime,
  mapping: StreamMapping,
): { arn: string; name: string } {
  const target = lambda.find(mapping.functionName);
  const name = /:table\/([^/]+)\/stream\//.exec(mapping.sourceArn)?.[1];
  const tables = ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'].flatMap((type) =>
    assembly.resources(type),
  );
  if (!target) throw new UnsupportedError(`${mapping.id} does not refer to a function of the template`);
  if (name === undefined || !tables.some((table) => table.name === name))
    throw new UnsupportedError(
      `${mapping.id} reads from ${mapping.sourceArn}, which is not a table of the template`,
    );
  return { arn: target.arn, name };
}

interface Failure {
  readonly mapping: StreamMapping;
  readonly functionArn: string;
  readonly shardId: string;
  readonly records: readonly StreamRecord[];
  readonly condition: DiscardCondition;
  readonly invocations: number;
}

/** The message to a failure destination: where the records are, not their content. */
function describeFailure({
  mapping,
  functionArn,
  shardId,
  records,
  condition,
  invocations,
}: Failure): unknown {
  const instantOf = (record: StreamRecord | undefined): string =>
    new Date(record?.createdAt ?? 0).toISOString();
  return {
    requestContext: { requestId: randomUUID(), functionArn, condition, approximateInvokeCount: invocations },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: new Date().toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: records[0]?.sequenceNumber,
      endSequenceNumber: records.at(-1)?.sequenceNumber,
      approximateArrivalOfFirstRecord: instantOf(records[0]),
      approximateArrivalOfLastRecord: instantOf(records.at(-1)),
      batchSize: records.length,
      streamArn: mapping.sourceArn,
    },
  };
}
