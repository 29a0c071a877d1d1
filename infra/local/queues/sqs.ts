import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { createJsonServer } from '../endpoint/json-protocol.ts';
import { closeServer, listenLocally } from '../endpoint/local-server.ts';
import type { Access } from '../iam/access.ts';
import { readEventSourceMappings } from '../lambda/event-source-mappings.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Assembly } from '../template/assembly.ts';
import { createArrival } from './arrival.ts';
import { readQueues, type QueueDefinition } from './definition.ts';
import { startQueueSource, type QueueSource } from './event-source.ts';
import { createOperations, namedQueue } from './operations.ts';
import { openMessageStore } from './store.ts';

/** Current state of a queue. */
interface QueueSummary {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

export interface QueuesOptions {
  readonly assembly: Assembly;
  /** Directory of the messages. */
  readonly directory: string;
  readonly access: Access;
}

/** SQS: the queues of the assembly, their dead-letter queues and their event source mappings. */
export interface Queues {
  /** Serves the endpoint (JSON protocol) on 127.0.0.1, on a free port for 0. Resolves with its URL. */
  listen(port: number): Promise<string>;
  /** URL of a queue, while listening. */
  url(queueName: string): string;
  /** Sends a message, for services that deliver to queues. @throws when there is no such queue */
  send(queueArn: string, body: string, attributes?: Readonly<Record<string, string>>): void;
  /** Whether there is a queue with this ARN. */
  has(queueArn: string): boolean;
  /** Starts the event source mappings of queues. */
  start(lambda: LambdaRuntime): void;
  summaries(): readonly QueueSummary[];
  /** Messages of a queue without receiving them, oldest first, at most 100. */
  peek(queueName: string): readonly { readonly messageId: string; readonly body: string }[];
  close(): Promise<void>;
}

/**
 * @throws {UnsupportedError} when a queue uses something that the local stack does not support (FIFO, for example)
 */
export function createQueues({ assembly, directory, access }: QueuesOptions): Queues {
  const queues = readQueues(assembly);
  mkdirSync(directory, { recursive: true });
  const store = openMessageStore(path.join(directory, 'queues.db'), () => Date.now());
  const arrival = createArrival();
  let origin: string | undefined;
  let sources: QueueSource[] = [];
  const url = (queueName: string): string =>
    `${origin ?? 'http://127.0.0.1'}/${assembly.account}/${queueName}`;
  const operations = createOperations({ queues, store, arrival, url });
  const server = createJsonServer({
    ...{ signingName: 'sqs', target: 'AmazonSQS', namespace: 'com.amazonaws.sqs', operations, access },
    requires: (operation, input) => [
      {
        // A batch takes the permission for its single operation.
        action: `sqs:${operation.replace(/Batch$/, '')}`,
        resource: `arn:aws:sqs:${assembly.region}:${assembly.account}:${namedQueue(input)}`,
      },
    ],
  });

  return {
    listen: async (port) => {
      origin = await listenLocally(server, port);
      return origin;
    },
    url,
    send: (queueArn, body, attributes = {}) => {
      const queue = requireQueue(queues, 'arn', queueArn);
      const typed = Object.entries(attributes).map(([name, StringValue]) => [
        name,
        { DataType: 'String', StringValue },
      ]);
      store.send(queue, { body, attributes: Object.fromEntries(typed), delay: undefined });
      arrival.announce(queue.arn);
    },
    has: (queueArn) => queues.some(({ arn }) => arn === queueArn),
    start: (lambda) => {
      sources = readEventSourceMappings(assembly).flatMap((mapping) => {
        if (mapping.kind !== 'queue') return [];
        const queue = requireQueue(queues, 'arn', mapping.sourceArn);
        return [startQueueSource({ mapping, queue, region: assembly.region, store, arrival, lambda })];
      });
    },
    summaries: () =>
      queues.map((queue) => ({
        name: queue.name,
        arn: queue.arn,
        url: url(queue.name),
        ...store.count(queue),
      })),
    peek: (queueName) => store.peek(requireQueue(queues, 'name', queueName), 100),
    close: async () => {
      arrival.close();
      await Promise.all([...sources.map((source) => source.close()), closeServer(server)]);
      store.close();
    },
  };
}

function requireQueue(
  queues: readonly QueueDefinition[],
  key: 'arn' | 'name',
  value: string,
): QueueDefinition {
  const queue = queues.find((candidate) => candidate[key] === value);
  if (!queue) throw new Error(`there is no queue ${value}`);
  return queue;
}
