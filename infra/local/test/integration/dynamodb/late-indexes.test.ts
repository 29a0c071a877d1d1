import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteItemCommand,
  DeleteTableCommand,
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  UpdateTableCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { chooseFreePorts } from '../../../boot/ports.ts';
import { startEngine, type Engine } from '../../../dynamodb/engine.ts';
import { startLateIndexes, type LateIndexes } from '../../../dynamodb/late-indexes.ts';
import { catchUpIndexes } from '../../../testing/dynamodb/catch-up-indexes.ts';
import { eventually } from '../../../testing/eventually.ts';

let directory: string;
let engine: Engine;
let late: LateIndexes;
let client: DynamoDBClient;
const warnings: string[] = [];
let tableCount = 0;
let TableName: string;

/** Longer than a test takes: only what catches up shows. */
const never = 3_600_000;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'late-indexes-'));
  const [port = 0] = await chooseFreePorts(1);
  engine = await startEngine({ directory, port, inMemory: true });
});

afterAll(async () => {
  await engine.close();
  rmSync(directory, { recursive: true });
});

async function open(delay: number): Promise<void> {
  late = await startLateIndexes({
    port: 0,
    engineEndpoint: engine.endpoint,
    delay,
    warn: (message) => warnings.push(message),
  });
  client = new DynamoDBClient({
    endpoint: late.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

async function close(): Promise<void> {
  client.destroy();
  await late.close();
}

beforeEach(async () => {
  await open(never);
  tableCount += 1;
  TableName = `table-${tableCount}`;
  await createTable(TableName, 'S');
});

afterEach(async () => {
  await close();
  expect(warnings).toEqual([]);
});

const createTable = (name: string, AttributeType: 'S' | 'N' | 'B') =>
  client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [
        { AttributeName: 'id', AttributeType },
        { AttributeName: 'state', AttributeType: 'S' },
        { AttributeName: 'due', AttributeType: 'S' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byState',
          KeySchema: [
            { AttributeName: 'state', KeyType: 'HASH' },
            { AttributeName: 'due', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    }),
  );

const item = (id: string, state: string, due = '1') => ({
  id: { S: id },
  state: { S: state },
  due: { S: due },
});
const put = (id: string, state: string, due?: string) =>
  client.send(new PutItemCommand({ TableName, Item: item(id, state, due) }));

/** Ids in the index, in its order. */
async function inState(state: string, options: object = {}): Promise<unknown[]> {
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'byState',
      KeyConditionExpression: '#state = :state',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':state': { S: state } },
      ...options,
    }),
  );
  return Items!.map(({ id }) => id!.S);
}

test('an index lacks what was written, and has it when it has caught up', async () => {
  await put('a', 'open');
  expect(await inState('open')).toEqual([]);
  await catchUpIndexes(late.endpoint, TableName);
  expect(await inState('open')).toEqual(['a']);
});

test('a changed item appears in the index as it was, and a deleted one is still there', async () => {
  await put('a', 'open');
  await put('b', 'open');
  await catchUpIndexes(late.endpoint, TableName);
  await put('a', 'closed');
  await client.send(new DeleteItemCommand({ TableName, Key: { id: { S: 'b' } } }));
  expect([await inState('open'), await inState('closed')]).toEqual([['a', 'b'], []]);
  await catchUpIndexes(late.endpoint, TableName);
  expect([await inState('open'), await inState('closed')]).toEqual([[], ['a']]);
});

test('the table itself and a consistent read have every write at once', async () => {
  await put('a', 'open');
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: { id: { S: 'a' } } }));
  expect(Item).toEqual(item('a', 'open'));
  expect((await client.send(new ScanCommand({ TableName }))).Count).toBe(1);
});

const update = {
  Key: { id: { S: 'a' } },
  UpdateExpression: 'SET #state = :state',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: { ':state': { S: 'new' } },
};
test.each<[string, () => Promise<unknown>]>([
  ['PutItem', () => put('a', 'new')],
  ['UpdateItem', () => client.send(new UpdateItemCommand({ TableName, ...update }))],
  [
    'BatchWriteItem',
    () =>
      client.send(
        new BatchWriteItemCommand({
          RequestItems: { [TableName]: [{ PutRequest: { Item: item('a', 'new') } }] },
        }),
      ),
  ],
  [
    'TransactWriteItems with Put',
    () =>
      client.send(
        new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: item('a', 'new') } }] }),
      ),
  ],
  [
    'TransactWriteItems with Update',
    () =>
      client.send(new TransactWriteItemsCommand({ TransactItems: [{ Update: { TableName, ...update } }] })),
  ],
])('%s reaches the index late', async (_, write) => {
  await put('a', 'old');
  await catchUpIndexes(late.endpoint, TableName);
  await write();
  expect([await inState('old'), await inState('new')]).toEqual([['a'], []]);
  await catchUpIndexes(late.endpoint, TableName);
  expect([await inState('old'), await inState('new')]).toEqual([[], ['a']]);
});

test.each<[string, () => Promise<unknown>]>([
  ['DeleteItem', () => client.send(new DeleteItemCommand({ TableName, Key: { id: { S: 'a' } } }))],
  [
    'BatchWriteItem',
    () =>
      client.send(
        new BatchWriteItemCommand({
          RequestItems: { [TableName]: [{ DeleteRequest: { Key: { id: { S: 'a' } } } }] },
        }),
      ),
  ],
  [
    'TransactWriteItems',
    () =>
      client.send(
        new TransactWriteItemsCommand({
          TransactItems: [{ Delete: { TableName, Key: { id: { S: 'a' } } } }],
        }),
      ),
  ],
])('a deletion by %s reaches the index late', async (_, remove) => {
  await put('a', 'open');
  await catchUpIndexes(late.endpoint, TableName);
  await remove();
  expect(await inState('open')).toEqual(['a']);
  await catchUpIndexes(late.endpoint, TableName);
  expect(await inState('open')).toEqual([]);
});

test('a refused write reaches no index', async () => {
  await put('a', 'open');
  await catchUpIndexes(late.endpoint, TableName);
  const refused = new PutItemCommand({
    TableName,
    Item: item('a', 'closed'),
    ConditionExpression: 'attribute_not_exists(id)',
  });
  await expect(client.send(refused)).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
  await catchUpIndexes(late.endpoint, TableName);
  expect([await inState('open'), await inState('closed')]).toEqual([['a'], []]);
});

test('pages, order and filters of an index are those of the engine', async () => {
  for (const [id, due] of [
    ['a', '3'],
    ['b', '1'],
    ['c', '2'],
  ] as const)
    await put(id, 'open', due);
  await catchUpIndexes(late.endpoint, TableName);
  expect(await inState('open')).toEqual(['b', 'c', 'a']);
  expect(await inState('open', { ScanIndexForward: false, Limit: 2 })).toEqual(['a', 'c']);
  const { Items, LastEvaluatedKey } = await client.send(
    new ScanCommand({ TableName, IndexName: 'byState', Limit: 2 }),
  );
  const rest = await client.send(
    new ScanCommand({ TableName, IndexName: 'byState', ExclusiveStartKey: LastEvaluatedKey }),
  );
  expect([...Items!, ...rest.Items!].map(({ id }) => id!.S).sort()).toEqual(['a', 'b', 'c']);
});

test('a consistent read of an index is refused', async () => {
  await put('a', 'open');
  await expect(inState('open', { ConsistentRead: true })).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Consistent reads are not supported on global secondary indexes',
  });
});

test.each<[string, 'N' | 'B', AttributeValue]>([
  ['numbers, however they are written', 'N', { N: '1.0' }],
  ['bytes', 'B', { B: new Uint8Array([0, 255]) }],
])('keys may be %s', async (_, type, id) => {
  TableName = `${TableName}-${type}`;
  await createTable(TableName, type);
  await client.send(new PutItemCommand({ TableName, Item: { id, state: { S: 'open' }, due: { S: '1' } } }));
  await catchUpIndexes(late.endpoint, TableName);
  expect(await inState('open')).toHaveLength(1);
  await client.send(new DeleteItemCommand({ TableName, Key: { id } }));
  await catchUpIndexes(late.endpoint, TableName);
  expect(await inState('open')).toEqual([]);
});

test('of many writes of one item at once, the index ends with the last one', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, index) => put('a', `state-${index % 3}`)));
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: { id: { S: 'a' } } }));
  await catchUpIndexes(late.endpoint, TableName);
  const states = ['state-0', 'state-1', 'state-2'];
  expect(await Promise.all(states.map((state) => inState(state)))).toEqual(
    states.map((state) => (state === Item!['state']!.S ? ['a'] : [])),
  );
});

test('the delay passes by itself, and no earlier', async () => {
  await close();
  await open(400);
  await put('a', 'open');
  const writtenAt = Date.now();
  expect(await inState('open')).toEqual([]);
  await eventually(() => inState('open')).toEqual(['a']);
  expect(Date.now() - writtenAt).toBeGreaterThanOrEqual(390);
});

test('a start has everything that was written before it in its indexes', async () => {
  await put('a', 'open');
  await put('b', 'open');
  await catchUpIndexes(late.endpoint, TableName);
  await put('c', 'open');
  await close();
  await open(never);
  expect(await inState('open')).toEqual(['a', 'b', 'c']);
  await put('d', 'open');
  expect(await inState('open')).toEqual(['a', 'b', 'c']);
});

test('a table with another index has everything in it', async () => {
  await put('a', 'open');
  await client.send(
    new UpdateTableCommand({
      TableName,
      AttributeDefinitions: [{ AttributeName: 'due', AttributeType: 'S' }],
      GlobalSecondaryIndexUpdates: [
        {
          Create: {
            IndexName: 'byDue',
            KeySchema: [{ AttributeName: 'due', KeyType: 'HASH' }],
            Projection: { ProjectionType: 'ALL' },
          },
        },
      ],
    }),
  );
  const { Count } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'byDue',
      KeyConditionExpression: 'due = :due',
      ExpressionAttributeValues: { ':due': { S: '1' } },
    }),
  );
  expect(Count).toBe(1);
});

test('the copies are not listed, and go with their tables', async () => {
  await put('a', 'open');
  const listed = async (endpoint: string) => {
    const lister = new DynamoDBClient({
      region: 'eu-central-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      endpoint,
    });
    const { TableNames } = await lister.send(new ListTablesCommand({}));
    lister.destroy();
    return TableNames!.filter((name) => name.startsWith(TableName));
  };
  expect(await listed(late.endpoint)).toEqual([TableName]);
  expect(await listed(engine.endpoint)).toHaveLength(2);
  await client.send(new DeleteTableCommand({ TableName }));
  expect(await listed(engine.endpoint)).toEqual([]);
});

test('statements, which do not say what they write, are refused', async () => {
  const statement = new ExecuteStatementCommand({ Statement: `DELETE FROM "${TableName}" WHERE id = 'a'` });
  await expect(client.send(statement)).rejects.toMatchObject({ name: 'NotImplemented' });
});
