import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import {
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { chooseFreePorts } from '../../../boot/ports.ts';
import { startEngine, type Engine } from '../../../dynamodb/engine.ts';
import { maintainStreamLog } from '../../../dynamodb/stream-log.ts';
import { ensureTable, timeToLiveOf, type Table } from '../../../dynamodb/tables.ts';
import { expireItems } from '../../../dynamodb/time-to-live.ts';

let directory: string;
let engine: Engine;
let client: DynamoDBClient;
let tableCount = 0;
let table: Table;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'app-tables-'));
  const [port = 0] = await chooseFreePorts(1);
  engine = await startEngine({ directory, port });
  client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});

afterAll(async () => {
  await engine.close();
  rmSync(directory, { recursive: true });
});

beforeEach(() => {
  tableCount += 1;
  table = {
    name: `app-${tableCount}`,
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['pk', 'sk', 'state', 'due'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    GlobalSecondaryIndexes: [index('byState', 'state'), index('byDue', 'due')],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
  };
});

const index = (IndexName: string, AttributeName: string) => ({
  IndexName,
  KeySchema: [{ AttributeName, KeyType: 'HASH' as const }],
  Projection: { ProjectionType: 'ALL' as const },
});

test.each([
  ['table', { DeletionProtectionEnabled: true }],
  ['global table', { Replicas: [{ DeletionProtectionEnabled: true }] }],
])(
  'a protected %s cannot be deleted until a template without protection has been started',
  async (_, protection) => {
    const deletion = new DeleteTableCommand({ TableName: table.name });
    await ensureTable(client, { ...table, ...protection });
    await ensureTable(client, { ...table, ...protection });
    await expect(client.send(deletion)).rejects.toMatchObject({
      name: 'ValidationException',
      message:
        'Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.',
    });
    await ensureTable(client, table);
    await client.send(deletion);
  },
);

test('a table that a changed template protects cannot be deleted', async () => {
  await ensureTable(client, table);
  await ensureTable(client, { ...table, DeletionProtectionEnabled: true });
  await expect(client.send(new DeleteTableCommand({ TableName: table.name }))).rejects.toThrow('protected');
});

const put = (sk: string, attributes: Record<string, AttributeValue> = {}) =>
  client.send(
    new PutItemCommand({ TableName: table.name, Item: { pk: { S: 'p' }, sk: { S: sk }, ...attributes } }),
  );

const sortKeys = async () =>
  (await client.send(new ScanCommand({ TableName: table.name }))).Items!.map((item) => item['sk']!.S);

const describeTable = async () =>
  (await client.send(new DescribeTableCommand({ TableName: table.name }))).Table!;

const indexNames = async () =>
  (await describeTable()).GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName).sort();

/** Sequence numbers of the stream's records after the given one. */
async function readAfter(SequenceNumber: string) {
  const streams = new DynamoDBStreamsClient({
    endpoint: engine.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const StreamArn = (await describeTable()).LatestStreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const { ShardIterator } = await streams.send(
    new GetShardIteratorCommand({
      StreamArn,
      ShardId: StreamDescription!.Shards![0]!.ShardId,
      ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
      SequenceNumber,
    }),
  );
  const { Records } = await streams.send(new GetRecordsCommand({ ShardIterator }));
  return Records!.map(({ dynamodb }) => dynamodb!.SequenceNumber);
}

test('a table of the template gets its keys, indexes and stream', async () => {
  await ensureTable(client, table);
  expect(await describeTable()).toMatchObject({
    KeySchema: table.KeySchema,
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
  });
  expect(await indexNames()).toEqual(['byDue', 'byState']);
});

test('a second start leaves the table as it is', async () => {
  await ensureTable(client, table);
  await put('1');
  const before = await describeTable();
  await ensureTable(client, table);
  const after = await describeTable();
  expect(after.LatestStreamArn).toBe(before.LatestStreamArn);
  expect(await sortKeys()).toEqual(['1']);
});

test('indexes that the template adds contain existing items', async () => {
  await ensureTable(client, {
    ...table,
    GlobalSecondaryIndexes: undefined,
    AttributeDefinitions: table.AttributeDefinitions.slice(0, 2),
  });
  await put('1', { state: { S: 'held' } });
  await ensureTable(client, table);
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'byState',
      KeyConditionExpression: '#state = :state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':state': { S: 'held' } },
    }),
  );
  expect(Items).toHaveLength(1);
});

test('an index that the template drops or changes is dropped or changed', async () => {
  await ensureTable(client, table);
  const keysOnly = { ...index('byState', 'state'), Projection: { ProjectionType: 'KEYS_ONLY' as const } };
  await ensureTable(client, { ...table, GlobalSecondaryIndexes: [keysOnly] });
  expect((await describeTable()).GlobalSecondaryIndexes).toMatchObject([
    { IndexName: 'byState', Projection: { ProjectionType: 'KEYS_ONLY' } },
  ]);
});

test('another key requires --fresh, as the error says', async () => {
  await ensureTable(client, table);
  const other = { ...table, KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' as const }] };
  await expect(ensureTable(client, other)).rejects.toThrow(/has another key\): start with --fresh\.$/);
});

test('time to live is the attribute of the template, if it is enabled', () => {
  expect(timeToLiveOf(table)).toBe('expires');
  expect(
    timeToLiveOf({ ...table, TimeToLiveSpecification: { AttributeName: 'x', Enabled: false } }),
  ).toBeUndefined();
});

test('expired items are deleted; others, and those without a number, stay', async () => {
  await ensureTable(client, table);
  const now = new Date('2026-03-01T12:00:00Z');
  const seconds = now.getTime() / 1000;
  await put('expired', { expires: { N: String(seconds - 1) } });
  await put('expiring now', { expires: { N: String(seconds) } });
  await put('later', { expires: { N: String(seconds + 1) } });
  await put('text', { expires: { S: '1' } });
  await put('lasting');
  const deleted = await expireItems(
    client,
    { name: table.name, keys: ['pk', 'sk'], attribute: 'expires' },
    now,
  );
  expect(deleted).toBe(1);
  expect(await sortKeys()).toEqual(['expiring now', 'lasting', 'later', 'text']);
});

test('an item whose expiry is extended during the sweep stays', async () => {
  await ensureTable(client, table);
  await put('1', { expires: { N: '1' } });
  const meddling = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  meddling.middlewareStack.add(
    (next) => async (call) => {
      const answer = await next(call);
      await client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: { pk: { S: 'p' }, sk: { S: '1' } },
          UpdateExpression: 'SET expires = :later',
          ExpressionAttributeValues: { ':later': { N: '99999999999' } },
        }),
      );
      return answer;
    },
    { step: 'initialize' },
  );
  const sweep = { name: table.name, keys: ['pk', 'sk'], attribute: 'expires' };
  expect(await expireItems(meddling, sweep, new Date())).toBe(0);
  expect(await sortKeys()).toEqual(['1']);
});

test('more than a page of expired items is deleted', async () => {
  await ensureTable(client, table);
  const padding = { padding: { S: 'x'.repeat(300_000) }, expires: { N: '1' } };
  for (const sk of ['1', '2', '3', '4', '5', '6']) await put(sk, padding);
  const sweep = { name: table.name, keys: ['pk', 'sk'], attribute: 'expires' };
  expect(await expireItems(client, sweep, new Date())).toBe(6);
});

test('stream records older than the last day of activity are deleted, except the last one of each table', async () => {
  await ensureTable(client, table);
  await put('quiet');
  const quiet = table.name;
  table = { ...table, name: `${table.name}-busy` };
  await ensureTable(client, table);
  for (const sk of ['1', '2', '3']) await put(sk);
  const database = new DatabaseSync(engine.database);
  const age = database.prepare(
    'UPDATE _stream_records SET created_at = created_at - 90000 WHERE table_name = ? AND sequence_number IN (?, ?)',
  );
  age.run(quiet, '1', '1');
  age.run(table.name, '1', '2');
  const numbersOf = (name: string) =>
    database
      .prepare('SELECT sequence_number AS number FROM _stream_records WHERE table_name = ? ORDER BY id')
      .all(name)
      .map((row) => row['number']);
  maintainStreamLog(engine.database);
  expect(numbersOf(quiet)).toEqual(['1']);
  expect(numbersOf(table.name)).toEqual(['3']);
  await put('4');
  expect(numbersOf(table.name)).toEqual(['3', '4']);
  database.close();
  expect(await readAfter('1')).toEqual(['3', '4']);
});

test('the engine numbers stream records through our index', () => {
  maintainStreamLog(engine.database);
  const database = new DatabaseSync(engine.database, { readOnly: true });
  const plan = database
    .prepare(
      'EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?',
    )
    .all('app');
  expect(plan[0]!['detail']).toContain('COVERING INDEX local_stream_order');
  database.close();
});
