import { readItemFailures, type QueueMapping } from '../lambda/event-source-mappings.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Arrival } from './arrival.ts';
import type { QueueDefinition } from './definition.ts';
import { md5, messageAttributesSchema, systemAttributes } from './operations.ts';
import type { MessageStore, ReceivedMessage } from './store.ts';

/** Lambda's initial number of pollers per queue. */
const initialPollers = 5;
const maxWaitMs = 20_000;

export interface QueueSource {
  /** Resolves after the batches that are being delivered. */
  close(): Promise<void>;
}

export interface QueueSourceOptions {
  readonly mapping: QueueMapping;
  readonly queue: QueueDefinition;
  readonly region: string;
  readonly store: MessageStore;
  readonly arrival: Arrival;
  readonly lambda: LambdaRuntime;
}

/**
 * Delivers the messages of a queue to a function: processed ones are deleted, others become visible again after the
 * visibility timeout, and move to the dead-letter queue after too many receives.
 */
export function startQueueSource(options: QueueSourceOptions): QueueSource {
  const { mapping, queue, store, arrival } = options;
  let closed = false;
  const poll = async (): Promise<void> => {
    while (!closed) {
      const batch = await gather(options, () => closed);
      if (batch.length > 0) await deliver(options, batch);
      else await arrival.wait(queue.arn, Math.min(store.untilNextVisible(queue) ?? maxWaitMs, maxWaitMs));
    }
  };
  const pollers = Array.from({ length: mapping.maximumConcurrency ?? initialPollers }, poll);
  return {
    close: async () => {
      closed = true;
      arrival.announce(queue.arn);
      await Promise.all(pollers);
    },
  };
}

/** A batch: the available messages, or those that arrive within the batching window. */
async function gather(
  { mapping, queue, store, arrival }: QueueSourceOptions,
  isClosed: () => boolean,
): Promise<ReceivedMessage[]> {
  // The visibility timeout is for the function; the window precedes it.
  const visibilityTimeout = queue.visibilityTimeout + mapping.window;
  const receive = (limit: number): ReceivedMessage[] => store.receive(queue, limit, visibilityTimeout);
  const batch = receive(mapping.batchSize);
  const deadline = Date.now() + mapping.window * 1000;
  while (batch.length > 0 && batch.length < mapping.batchSize && Date.now() < deadline && !isClosed()) {
    await arrival.wait(queue.arn, deadline - Date.now());
    batch.push(...receive(mapping.batchSize - batch.length));
  }
  return batch;
}

async function deliver(
  { mapping, queue, region, store, lambda }: QueueSourceOptions,
  batch: readonly ReceivedMessage[],
): Promise<void> {
  const remove = ({ receiptHandle }: ReceivedMessage): boolean => store.remove(queue, receiptHandle);
  const accepted = batch.filter((message) => mapping.accepts({ body: parseBody(message.body) }));
  for (const message of batch) if (!accepted.includes(message)) remove(message);
  if (accepted.length === 0) return;
  const Records = accepted.map((message) => ({
    messageId: message.messageId,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: renderAttributes(message.attributes),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: region,
  }));
  const { payload } = await lambda.invoke(mapping.functionName, { Records });
  if (payload === undefined) return;
  const identifiers = accepted.map(({ messageId }) => messageId);
  const failed = mapping.reportsItemFailures ? readItemFailures(payload, identifiers) : [];
  for (const message of accepted) if (failed && !failed.includes(message.messageId)) remove(message);
}

/** Filters match the value of a JSON body. */
function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** In message attributes, Lambda writes member names in lower camel case. */
function renderAttributes(attributes: unknown): Record<string, unknown> {
  const entries = Object.entries(messageAttributesSchema.parse(attributes));
  return Object.fromEntries(
    entries.map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      { dataType: DataType, stringValue: StringValue, binaryValue: BinaryValue },
    ]),
  );
}
