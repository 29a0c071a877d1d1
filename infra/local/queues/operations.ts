import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ServiceError, type Operation } from '../endpoint/json-protocol.ts';
import type { Arrival } from './arrival.ts';
import type { QueueDefinition } from './definition.ts';
import type { MessageStore, ReceivedMessage } from './store.ts';

const attributeSchema = z.object({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
/** Attributes of a message, as sent by the client. */
export const messageAttributesSchema = z.record(z.string(), attributeSchema);
const messageSchema = z.object({
  MessageBody: z.string().min(1),
  DelaySeconds: z.number().int().min(0).max(900).optional(),
  MessageAttributes: messageAttributesSchema.default({}),
});
const queueUrl = { QueueUrl: z.string() };
const receipt = { ReceiptHandle: z.string() };
const visibility = z.number().int().min(0).max(43_200);
const batch = <Entry extends z.ZodRawShape>(entry: Entry) =>
  z.object({
    ...queueUrl,
    Entries: z
      .array(z.object({ Id: z.string(), ...entry }))
      .min(1)
      .max(10),
  });

const schemas = {
  send: messageSchema.extend(queueUrl),
  sendBatch: batch(messageSchema.shape),
  receive: z.object({
    ...queueUrl,
    MaxNumberOfMessages: z.number().int().min(1).max(10).default(1),
    VisibilityTimeout: visibility.optional(),
    WaitTimeSeconds: z.number().int().min(0).max(20).optional(),
  }),
  remove: z.object({ ...queueUrl, ...receipt }),
  removeBatch: batch(receipt),
  changeVisibility: z.object({ ...queueUrl, ...receipt, VisibilityTimeout: visibility }),
  queue: z.object(queueUrl),
  name: z.object({ QueueName: z.string() }),
};

export interface OperationSources {
  readonly queues: readonly QueueDefinition[];
  readonly store: MessageStore;
  readonly arrival: Arrival;
  readonly url: (queueName: string) => string;
}

/** The supported operations of SQS (Amazon SQS API Reference). */
export function createOperations({
  queues,
  store,
  arrival,
  url,
}: OperationSources): Record<string, Operation> {
  const find = (queueUrl: string): QueueDefinition => {
    const queue = queues.find(({ name }) => name === queueUrl.split('/').at(-1));
    if (queue) return queue;
    throw new ServiceError('QueueDoesNotExist', 'The specified queue does not exist.');
  };
  const send = (queue: QueueDefinition, input: z.infer<typeof messageSchema>) => {
    if (Buffer.byteLength(input.MessageBody) > queue.maxMessageBytes)
      throw new ServiceError(
        'InvalidParameterValue',
        `One or more parameters are invalid. Reason: Message must be shorter than ${queue.maxMessageBytes} bytes.`,
      );
    const { MessageBody: body, MessageAttributes: attributes, DelaySeconds: delay } = input;
    const MessageId = store.send(queue, { body, attributes, delay });
    arrival.announce(queue.arn);
    return { MessageId, MD5OfMessageBody: md5(body) };
  };
  const receive = async (input: z.infer<typeof schemas.receive>): Promise<ReceivedMessage[]> => {
    const queue = find(input.QueueUrl);
    const visibilityTimeout = input.VisibilityTimeout ?? queue.visibilityTimeout;
    const deadline = Date.now() + (input.WaitTimeSeconds ?? queue.waitTime) * 1000;
    for (;;) {
      const messages = store.receive(queue, input.MaxNumberOfMessages, visibilityTimeout);
      const left = deadline - Date.now();
      if (messages.length > 0 || left <= 0) return messages;
      await arrival.wait(queue.arn, Math.min(left, store.untilNextVisible(queue) ?? left));
    }
  };
  const remove = (queue: QueueDefinition, handle: string): void => {
    if (!z.uuid().safeParse(handle).success) throw invalidHandle();
    store.remove(queue, handle);
  };

  return {
    SendMessage: (input) => {
      const message = schemas.send.parse(input);
      return send(find(message.QueueUrl), message);
    },
    SendMessageBatch: (input) => {
      const { QueueUrl, Entries } = schemas.sendBatch.parse(input);
      const queue = find(QueueUrl);
      return eachOf(Entries, (entry) => send(queue, entry));
    },
    ReceiveMessage: async (input) => {
      const messages = await receive(schemas.receive.parse(input));
      return messages.length === 0 ? {} : { Messages: messages.map(render) };
    },
    DeleteMessage: (input) => {
      const { QueueUrl, ReceiptHandle } = schemas.remove.parse(input);
      remove(find(QueueUrl), ReceiptHandle);
      return {};
    },
    DeleteMessageBatch: (input) => {
      const { QueueUrl, Entries } = schemas.removeBatch.parse(input);
      const queue = find(QueueUrl);
      return eachOf(Entries, ({ ReceiptHandle }) => {
        remove(queue, ReceiptHandle);
        return {};
      });
    },
    ChangeMessageVisibility: (input) => {
      const { QueueUrl, ReceiptHandle, VisibilityTimeout } = schemas.changeVisibility.parse(input);
      const queue = find(QueueUrl);
      if (!z.uuid().safeParse(ReceiptHandle).success) throw invalidHandle();
      if (!store.changeVisibility(queue, ReceiptHandle, VisibilityTimeout))
        throw new ServiceError('MessageNotInflight', 'The specified message is not in flight.');
      arrival.announce(queue.arn);
      return {};
    },
    GetQueueAttributes: (input) => ({
      Attributes: describe(find(schemas.queue.parse(input).QueueUrl), store),
    }),
    GetQueueUrl: (input) => ({ QueueUrl: url(find(schemas.name.parse(input).QueueName).name) }),
  };
}

const namedQueueSchema = z.union([
  z.object(queueUrl).transform(({ QueueUrl }) => QueueUrl.split('/').at(-1) ?? ''),
  schemas.name.transform(({ QueueName }) => QueueName),
]);

/** Name of the queue that a request is about. @throws a zod error when it names none */
export function namedQueue(input: unknown): string {
  return namedQueueSchema.parse(input);
}

/** Processes a batch; failing entries do not prevent the others. */
function eachOf<Entry extends { readonly Id: string }>(
  entries: readonly Entry[],
  carryOut: (entry: Entry) => object,
) {
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...carryOut(entry) });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, ...(Failed.length > 0 ? { Failed } : {}) };
}

function render(message: ReceivedMessage) {
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: systemAttributes(message),
    MessageAttributes: message.attributes,
  };
}

/** System attributes of a message. */
export function systemAttributes(message: ReceivedMessage): Record<string, string> {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: 'local',
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  };
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

function describe(queue: QueueDefinition, store: MessageStore): Record<string, string> {
  const counts = store.count(queue);
  const redrive = queue.redrive && {
    deadLetterTargetArn: queue.redrive.deadLetterArn,
    maxReceiveCount: queue.redrive.maxReceiveCount,
  };
  return {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(counts.visible),
    ApproximateNumberOfMessagesNotVisible: String(counts.inFlight),
    ApproximateNumberOfMessagesDelayed: String(counts.delayed),
    DelaySeconds: String(queue.delay),
    VisibilityTimeout: String(queue.visibilityTimeout),
    MessageRetentionPeriod: String(queue.retention),
    ReceiveMessageWaitTimeSeconds: String(queue.waitTime),
    MaximumMessageSize: String(queue.maxMessageBytes),
    ...(redrive ? { RedrivePolicy: JSON.stringify(redrive) } : {}),
  };
}

function invalidHandle(): ServiceError {
  return new ServiceError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
}
