import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  PurgeQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, test } from 'vitest';
import { createLambda } from '../../../lambda/runtime.ts';
import { createQueues } from '../../../queues/sqs.ts';
import { loadAssembly } from '../../../template/assembly.ts';
import {
  functionResource,
  temporaryDirectory,
  writeAssembly,
} from '../../../testing/template/hand-written-assembly.ts';
import { eventually } from '../../../testing/eventually.ts';
import { administratorAccess } from '../../../testing/administrator.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const region = 'eu-central-1';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const queue = (properties: Record<string, unknown> = {}) => ({
  Type: 'AWS::SQS::Queue',
  Properties: properties,
});

async function start(
  Resources: Parameters<typeof writeAssembly>[1]['stacks'][string]['Resources'],
  source = '',
) {
  const { directory, remove } = temporaryDirectory();
  cleanups.push(remove);
  writeAssembly(`${directory}/cdk.out`, { stacks: { Api: { Resources } }, assets: { code: source } });
  const assembly = loadAssembly({ directory: `${directory}/cdk.out` });
  const open = () =>
    createQueues({ assembly, directory: `${directory}/data`, access: administratorAccess() });
  const queues = open();
  const endpoint = await queues.listen(0);
  const client = new SQSClient({ region, endpoint, credentials, maxAttempts: 1 });
  let current = queues;
  cleanups.push(() => current.close());
  const reopen = async () => {
    await current.close();
    current = open();
    return current;
  };
  return { queues, client, assembly, reopen, url: (name: string) => queues.url(`Api-${name}`) };
}

describe('The endpoint', () => {
  test('sends, receives and deletes', async () => {
    const { client, url } = await start({ Queue: queue() });
    const QueueUrl = url('Queue');
    expect((await client.send(new GetQueueUrlCommand({ QueueName: 'Api-Queue' }))).QueueUrl).toBe(QueueUrl);
    const MessageAttributes = { kind: { DataType: 'String', StringValue: 'order' } };
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'Привет', MessageAttributes }));
    const { Messages } = await client.send(
      new ReceiveMessageCommand({ QueueUrl, MessageSystemAttributeNames: ['All'] }),
    );
    expect(Messages).toEqual([
      expect.objectContaining({
        Body: 'Привет',
        MessageAttributes,
        Attributes: expect.objectContaining({
          ApproximateReceiveCount: '1',
          SentTimestamp: expect.stringMatching(/^\d{13}$/),
        }),
      }),
    ]);
    expect((await client.send(new ReceiveMessageCommand({ QueueUrl }))).Messages).toBeUndefined();
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '1',
    });
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages![0]!.ReceiptHandle! }));
    const after = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    expect(after.Attributes).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '0' });
  });

  test('processes batches entry by entry', async () => {
    const { client, url } = await start({ Queue: queue({ MaximumMessageSize: 1024 }) });
    const QueueUrl = url('Queue');
    const Entries = [
      { Id: 'a', MessageBody: 'one' },
      { Id: 'b', MessageBody: 'x'.repeat(2000) },
    ];
    const sent = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(sent.Successful?.map(({ Id }) => Id)).toEqual(['a']);
    expect(sent.Failed).toEqual([expect.objectContaining({ Id: 'b', SenderFault: true })]);
    const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
    const removals = Messages!.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    const removed = await client.send(new DeleteMessageBatchCommand({ QueueUrl, Entries: removals }));
    expect(removed.Successful).toHaveLength(1);
  });

  test('returns a message again when its visibility timeout ends, with another receipt handle', async () => {
    const { client, url } = await start({ Queue: queue({ VisibilityTimeout: 1 }) });
    const QueueUrl = url('Queue');
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'again' }));
    const receive = async () =>
      (await client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 3, VisibilityTimeout: 20 })))
        .Messages?.[0];
    const first = await receive();
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl,
        ReceiptHandle: first!.ReceiptHandle!,
        VisibilityTimeout: 1,
      }),
    );
    const second = await receive();
    expect(second!.MessageId).toBe(first!.MessageId);
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: first!.ReceiptHandle! }));
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    expect(Attributes).toMatchObject({ ApproximateNumberOfMessagesNotVisible: '1' });
  });

  test('wakes a long poll when a message arrives, after its delay', async () => {
    const { client, url } = await start({ Queue: queue() });
    const QueueUrl = url('Queue');
    const waiting = client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 10 }));
    const begun = performance.now();
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'later', DelaySeconds: 1 }));
    expect((await waiting).Messages?.[0]?.Body).toBe('later');
    expect(performance.now() - begun).toBeGreaterThan(900);
    expect(performance.now() - begun).toBeLessThan(5000);
  });

  test('refuses what SQS refuses, and unsupported features', async () => {
    const { client, queues, url } = await start({ Queue: queue() });
    const send = (QueueUrl: string, by = client) =>
      by.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
    await expect(send(queues.url('nobody'))).rejects.toMatchObject({ name: 'QueueDoesNotExist' });
    await expect(
      client.send(new DeleteMessageCommand({ QueueUrl: url('Queue'), ReceiptHandle: 'nonsense' })),
    ).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
    await expect(client.send(new PurgeQueueCommand({ QueueUrl: url('Queue') }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
    const endpoint = new URL(url('Queue')).origin;
    const stranger = new SQSClient({
      region,
      endpoint,
      credentials: { accessKeyId: 'local', secretAccessKey: 'guessed' },
      maxAttempts: 1,
    });
    await expect(send(url('Queue'), stranger)).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  });
});

test('Messages survive a restart', async () => {
  const { queues, reopen } = await start({ Queue: queue() });
  queues.send('arn:aws:sqs:eu-central-1:000000000000:Api-Queue', 'kept');
  const again = await reopen();
  expect(again.peek('Api-Queue')).toEqual([{ messageId: expect.any(String), body: 'kept' }]);
  expect(again.summaries()).toEqual([
    expect.objectContaining({ name: 'Api-Queue', visible: 1, inFlight: 0, delayed: 0 }),
  ]);
});

describe('An event source mapping', () => {
  const mapping = (properties: Record<string, unknown> = {}) => ({
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: {
      ...{ EventSourceArn: { 'Fn::GetAtt': ['Queue', 'Arn'] }, FunctionName: { Ref: 'Fn' } },
      ...properties,
    },
  });
  const withDeadLetters = (visibilityTimeout: number) => ({
    DeadLetters: queue(),
    Queue: queue({
      VisibilityTimeout: visibilityTimeout,
      RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] }, maxReceiveCount: 2 },
    }),
  });
  const arn = 'arn:aws:sqs:eu-central-1:000000000000:Api-Queue';

  async function consume(
    source: string,
    properties: Record<string, unknown> = {},
    bodies: string[] = [],
    visibilityTimeout = 30,
  ) {
    const started = await start(
      { ...withDeadLetters(visibilityTimeout), Fn: functionResource('code'), Mapping: mapping(properties) },
      source,
    );
    const lines: string[] = [];
    const lambda = createLambda({
      assembly: started.assembly,
      environment: {},
      output: ({ line }) => lines.push(line),
    });
    cleanups.push(() => lambda.close());
    await lambda.warmUp();
    for (const body of bodies) started.queues.send(arn, body);
    started.queues.start(lambda);
    const batches = () =>
      lines.filter((line) => line.startsWith('[')).map((line) => JSON.parse(line) as string[]);
    const left = () =>
      started.queues.summaries().map(({ name, visible, inFlight }) => [name, visible + inFlight]);
    return { ...started, lines, batches, left };
  }
  const print = `console.log(JSON.stringify(event.Records.map(({ body }) => body)));`;

  test('delivers in batches and deletes what was processed', async () => {
    const { batches, left, queues, lines } = await consume(
      `export const handler = async (event) => { console.log(JSON.stringify({ record: event.Records[0] })); ${print} };`,
      { BatchSize: 2, ScalingConfig: { MaximumConcurrency: 2 } },
      ['1', '2', '3'],
    );
    queues.send(arn, '4');
    await eventually(() => batches().flat().toSorted()).toEqual(['1', '2', '3', '4']);
    expect(batches().every((batch) => batch.length <= 2)).toBe(true);
    await eventually(left).toEqual([
      ['Api-DeadLetters', 0],
      ['Api-Queue', 0],
    ]);
    const { record } = JSON.parse(lines.find((line) => line.startsWith('{'))!) as { record: unknown };
    expect(record).toEqual({
      ...{ messageId: expect.any(String), receiptHandle: expect.any(String), body: expect.any(String) },
      ...{ md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/), messageAttributes: {}, awsRegion: region },
      ...{ eventSource: 'aws:sqs', eventSourceARN: arn },
      attributes: expect.objectContaining({ ApproximateReceiveCount: '1' }),
    });
  });

  test('retries only failed messages, and finally moves them to the dead-letter queue', async () => {
    const { batches, left, queues } = await consume(
      `export const handler = async (event) => { ${print}
         return { batchItemFailures: event.Records.filter(({ body }) => body === 'bad').map(({ messageId }) => ({ itemIdentifier: messageId })) };
       };`,
      { FunctionResponseTypes: ['ReportBatchItemFailures'] },
      ['good', 'bad'],
      2,
    );
    await eventually(left).toEqual([
      ['Api-DeadLetters', 1],
      ['Api-Queue', 0],
    ]);
    expect(batches().flat().toSorted()).toEqual(['bad', 'bad', 'good']);
    expect(queues.peek('Api-DeadLetters').map(({ body }) => body)).toEqual(['bad']);
  });

  test('fails the whole batch when the function does', async () => {
    const { left } = await consume(
      `export const handler = async () => { throw new Error('down'); };`,
      {},
      ['a', 'b'],
      2,
    );
    await eventually(left).toEqual([
      ['Api-DeadLetters', 2],
      ['Api-Queue', 0],
    ]);
  });

  test('drops messages that do not match its filters', async () => {
    const { batches, left } = await consume(
      `export const handler = async (event) => { ${print} };`,
      { FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] } },
      ['{"kind":"order"}', '{"kind":"ticket"}', 'text'],
    );
    await eventually(left).toEqual([
      ['Api-DeadLetters', 0],
      ['Api-Queue', 0],
    ]);
    expect(batches()).toEqual([['{"kind":"order"}']]);
  });

  test('collects a batch during the batching window', async () => {
    const { batches, queues } = await consume(
      `export const handler = async (event) => { ${print} };`,
      { MaximumBatchingWindowInSeconds: 1, ScalingConfig: { MaximumConcurrency: 1 } },
      ['1'],
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    queues.send(arn, '2');
    await eventually(batches).toEqual([['1', '2']]);
  });
});

test('A FIFO queue, and a mapping from something else, are refused', async () => {
  await expect(start({ Queue: queue({ FifoQueue: true }) })).rejects.toThrow('FifoQueue');
});
