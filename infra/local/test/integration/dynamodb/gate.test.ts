import { DynamoDBClient, GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseFreePorts } from '../../../boot/ports.ts';
import { startDynamoDb, type RunningDynamoDb } from '../../../dynamodb/dynamodb.ts';
import { administratorAccess, testAccount } from '../../../testing/administrator.ts';
import { createDataDirectory, removeDataDirectory } from '../../../testing/boot/fixture-stack.ts';

const directory = createDataDirectory();
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const region = 'eu-central-1';
let port: number;
let running: RunningDynamoDb;
let client: DynamoDBClient;

beforeAll(async () => {
  [port = 0] = await chooseFreePorts(1);
  running = await startDynamoDb({
    ...{
      directory,
      port,
      credentials,
      access: administratorAccess(),
      owner: { region, account: testAccount },
    },
    tables: [
      {
        name: 'table',
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      },
    ],
    warn: () => undefined,
  });
  client = new DynamoDBClient({ region, credentials, endpoint: running.endpoint, maxAttempts: 1 });
});

afterAll(async () => {
  client.destroy();
  await running.close();
  removeDataDirectory(directory);
});

test('large items pass in both directions, by many connections at once', async () => {
  const body = 'я'.repeat(190_000);
  await Promise.all(
    Array.from({ length: 20 }, async (_, number) => {
      const Item = { pk: { S: String(number) }, body: { S: body } };
      await client.send(new PutItemCommand({ TableName: 'table', Item }));
      const key = { TableName: 'table', Key: { pk: Item.pk } };
      expect((await client.send(new GetItemCommand(key))).Item).toEqual(Item);
    }),
  );
});

test.each([
  ['without a signature', {}, 'MissingAuthenticationTokenException'],
  ['with a signature that cannot be read', { authorization: 'Basic x' }, 'InvalidSignatureException'],
])('a request %s is refused', async (_what, headers, code) => {
  const target = { 'x-amz-target': 'DynamoDB_20120810.ListTables' };
  const response = await fetch(running.endpoint, {
    method: 'POST',
    headers: { ...target, ...headers },
    body: '{}',
  });
  expect([response.status, await response.json()]).toEqual([
    400,
    expect.objectContaining({ __type: `com.amazon.coral.service#${code}` }),
  ]);
});

test('a connection that does not speak HTTP is closed, and others go on', async () => {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('hello\r\n\r\n');
  expect(await text(socket)).toBe('');
  await client.send(new ListTablesCommand({}));
});
