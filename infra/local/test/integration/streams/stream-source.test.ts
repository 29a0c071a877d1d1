import {
  CreateTableCommand,
  DeleteItemCommand,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chooseFreePorts } from '../../../boot/ports.ts';
import { startEngine, type Engine } from '../../../dynamodb/engine.ts';
import { createLambda } from '../../../lambda/runtime.ts';
import { createQueues } from '../../../queues/sqs.ts';
import { createStreamSources } from '../../../streams/stream-source.ts';
import { loadAssembly } from '../../../template/assembly.ts';
import {
  functionResource,
  temporaryDirectory,
  writeAssembly,
} from '../../../testing/template/hand-written-assembly.ts';
import { eventually } from '../../../testing/eventually.ts';
import { administratorAccess } from '../../../testing/administrator.ts';

const region = 'eu-central-1';
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const engineDirectory = temporaryDirectory();
let engine: Engine;
let dynamoDb: DynamoDBClient;
let streams: DynamoDBStreamsClient;
let count = 0;

beforeAll(async () => {
  const [port = 0] = await chooseFreePorts(1);
  engine = await startEngine({ directory: engineDirectory.directory, port });
  dynamoDb = new DynamoDBClient({ endpoint: engine.endpoint, region, credentials });
  streams = new DynamoDBStreamsClient({ endpoint: engine.endpoint, region, credentials });
});
afterAll(async () => {
  await engine.close();
  engineDirectory.remove();
});

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A new table, a function that reads its stream, and a queue for discarded records. */
async function start(source: string, properties: Record<string, unknown> = {}) {
  count += 1;
  const TableName = `table-${count}`;
  const { directory, remove } = temporaryDirectory();
  cleanups.push(remove);
  const Resources = {
    Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: { TableName } },
    Failures: { Type: 'AWS::SQS::Queue', Properties: {} },
    Fn: functionResource('code'),
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        ...{ EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] }, FunctionName: { Ref: 'Fn' } },
        ...{ StartingPosition: 'TRIM_HORIZON', MaximumRetryAttempts: 1 },
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Failures', 'Arn'] } } },
        ...properties,
      },
    },
  };
  writeAssembly(`${directory}/cdk.out`, { stacks: { Api: { Resources } }, assets: { code: source } });
  await dynamoDb.send(
    new CreateTableCommand({
      ...{ TableName, BillingMode: 'PAY_PER_REQUEST' },
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  const assembly = loadAssembly({ directory: `${directory}/cdk.out` });
  const lines: string[] = [];
  const lambda = createLambda({ assembly, environment: {}, output: ({ line }) => lines.push(line) });
  const queues = createQueues({ assembly, directory: `${directory}/queues`, access: administratorAccess() });
  const warnings: string[] = [];
  const warn = (message: string) => warnings.push(message);
  const open = () => {
    const opened = createStreamSources({
      assembly,
      lambda,
      queues,
      client: streams,
      directory: `${directory}/streams`,
      warn,
      pollInterval: 20,
    });
    opened.start();
    return opened;
  };
  let current = open();
  cleanups.push(
    () => queues.close(),
    () => lambda.close(),
    () => current.close(),
  );
  return {
    ...{ lines, queues, warnings },
    batches: () => lines.filter((line) => line.startsWith('[')).map((line) => JSON.parse(line) as string[]),
    put: async (...keys: string[]) => {
      for (const key of keys)
        await dynamoDb.send(
          new PutItemCommand({ TableName, Item: { pk: { S: key }, data: { B: new Uint8Array([1, 2]) } } }),
        );
    },
    remove: (key: string) => dynamoDb.send(new DeleteItemCommand({ TableName, Key: { pk: { S: key } } })),
    stop: () => current.close(),
    resume: () => {
      current = open();
    },
  };
}

const print = `console.log(JSON.stringify(event.Records.map(({ dynamodb }) => dynamodb.Keys.pk.S)));`;

test('Records arrive in order, in Lambda’s format', async () => {
  const { put, remove, batches, lines } = await start(
    `export const handler = async (event) => { console.log(JSON.stringify({ record: event.Records[0] })); ${print} };`,
  );
  await put('a', 'b', 'a');
  await remove('b');
  await eventually(() => batches().flat()).toEqual(['a', 'b', 'a', 'b']);
  const { record } = JSON.parse(lines.find((line) => line.startsWith('{'))!) as { record: unknown };
  expect(record).toEqual({
    ...{ eventID: expect.any(String), eventName: 'INSERT', eventVersion: '1.1', eventSource: 'aws:dynamodb' },
    ...{
      awsRegion: region,
      eventSourceARN: expect.stringMatching(
        /^arn:aws:dynamodb:eu-central-1:000000000000:table\/table-\d+\/stream\//,
      ),
    },
    dynamodb: {
      ApproximateCreationDateTime: expect.any(Number),
      Keys: { pk: { S: 'a' } },
      NewImage: { pk: { S: 'a' }, data: { B: 'AQI=' } },
      SequenceNumber: '1',
      SizeBytes: expect.any(Number),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  });
});

test('After a restart, the stream continues where it stopped', async () => {
  const { put, batches, stop, resume } = await start(
    `export const handler = async (event) => { ${print} };`,
    { BatchSize: 2 },
  );
  await put('1', '2', '3');
  await eventually(() => batches().flat()).toEqual(['1', '2', '3']);
  expect(batches().every((batch) => batch.length <= 2)).toBe(true);
  await stop();
  await put('4', '5');
  resume();
  await eventually(() => batches().flat()).toEqual(['1', '2', '3', '4', '5']);
});

test('A bad record is found, reported to the destination, and does not block others', async () => {
  const { put, batches, queues, warnings } = await start(
    `export const handler = async (event) => { ${print} if (event.Records.some(({ dynamodb }) => dynamodb.Keys.pk.S === 'bad')) throw new Error('bad'); };`,
    { BisectBatchOnFunctionError: true, MaximumBatchingWindowInSeconds: 1, BatchSize: 3 },
  );
  await put('x', 'bad', 'y');
  await eventually(() => batches().at(-1)).toEqual(['y']);
  await eventually(() => queues.peek('Api-Failures').length).toBe(1);
  const notice = JSON.parse(queues.peek('Api-Failures')[0]!.body) as unknown;
  expect(notice).toMatchObject({
    requestContext: {
      condition: 'RetryAttemptsExhausted',
      functionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:Api-Fn',
    },
    DDBStreamBatchInfo: {
      startSequenceNumber: '2',
      endSequenceNumber: '2',
      batchSize: 1,
      shardId: expect.any(String),
    },
  });
  expect(warnings).toEqual([expect.stringContaining('discarded the records 2')]);
});

test('Only records that the function reports are retried', async () => {
  const { put, batches } = await start(
    `let first = true;
     export const handler = async (event) => { ${print}
       const bad = event.Records.find(({ dynamodb }) => dynamodb.Keys.pk.S === '2');
       if (!bad || !first) return {};
       first = false;
       return { batchItemFailures: [{ itemIdentifier: bad.dynamodb.SequenceNumber }] };
     };`,
    { FunctionResponseTypes: ['ReportBatchItemFailures'], MaximumBatchingWindowInSeconds: 1, BatchSize: 3 },
  );
  await put('1', '2', '3');
  await eventually(batches).toEqual([
    ['1', '2', '3'],
    ['2', '3'],
  ]);
});

test('Filters exclude other records', async () => {
  const { put, remove, lines } = await start(
    `export const handler = async (event) => { for (const { eventName } of event.Records) console.log(eventName); };`,
    {
      FilterCriteria: {
        Filters: [
          { Pattern: '{"eventName":["REMOVE"]}' },
          { Pattern: '{"dynamodb":{"Keys":{"pk":{"S":["special"]}}}}' },
        ],
      },
    },
  );
  await put('a', 'special');
  await remove('a');
  await eventually(() => lines).toEqual(['INSERT', 'REMOVE']);
});

test('Stopping during retries loses nothing', async () => {
  const { put, batches, stop, resume } = await start(
    `export const handler = async (event) => { ${print} throw new Error('down'); };`,
    { MaximumRetryAttempts: 1000 },
  );
  await put('kept');
  await eventually(() => batches().length).toBeGreaterThan(1);
  await stop();
  const before = batches().length;
  resume();
  await eventually(() => batches().length).toBeGreaterThan(before);
  expect(new Set(batches().flat())).toEqual(new Set(['kept']));
});

test('A stream of another table is refused', async () => {
  await expect(
    start('', { EventSourceArn: 'arn:aws:dynamodb:eu-central-1:0:table/other/stream/1' }),
  ).rejects.toThrow('table/other');
});
