import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll } from 'vitest';
import { chooseFreePorts } from '../infra/local/boot/ports.ts';
import { startEngine, type Engine } from '../infra/local/dynamodb/engine.ts';
import { documentsOf } from '../shared/table/client.ts';
import { tableDefinition } from '../shared/table/definition.ts';
import { Table } from '../shared/table/table.ts';

/** A table of its own in a real engine. */
export interface TestTable {
  readonly table: Table;
  /** For what a test has to see or to arrange past the stores. */
  readonly documents: DynamoDBDocumentClient;
  readonly name: string;
  /** The same table over a client whose every call goes through `intercept`, which may count, fail or hold it. */
  readonly intercepted: (intercept: Interceptor) => Table;
  /** Writes an item past the stores. */
  readonly put: (item: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** Stands between the table and the engine: `forward` does the call. */
export type Interceptor = (command: object, forward: () => Promise<unknown>) => Promise<unknown>;

let engine: Promise<{ client: DynamoDBClient; close: () => Promise<void> }> | undefined;

/**
 * Opens a new, empty table, made of the definition that the CDK uses, in the one engine of this test file; the
 * engine ends after the file's last test. Call it at the top of a file, or before each test.
 */
export async function openTable(): Promise<TestTable> {
  engine ??= start();
  const { client } = await engine;
  const name = `cabinet-${randomUUID()}`;
  await createTable(client, name);
  const documents = documentsOf(client);
  return {
    table: new Table(documents, name),
    documents,
    name,
    intercepted: (intercept) => new Table(interceptedClient(documents, intercept), name),
    put: async (item) => {
      await documents.send(new PutCommand({ TableName: name, Item: item }));
    },
  };
}

afterAll(async () => {
  await (await engine)?.close();
});

async function start() {
  const directory = mkdtempSync(join(tmpdir(), 'cabinet-table-'));
  const started = await startSomewhere(directory);
  const client = new DynamoDBClient({
    endpoint: started.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 3,
  });
  return {
    client,
    close: async () => {
      client.destroy();
      await started.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Another test file may have taken the same port at the same moment. */
async function startSomewhere(directory: string, attempts = 5): Promise<Engine> {
  const [port = 0] = await chooseFreePorts(1);
  try {
    return await startEngine({ directory, port });
  } catch (error) {
    if (attempts === 1) throw error;
    return startSomewhere(directory, attempts - 1);
  }
}

async function createTable(client: DynamoDBClient, name: string): Promise<void> {
  const { partitionKey, sortKey, indexes } = tableDefinition;
  const keys = [{ partitionKey, sortKey }, ...Object.values(indexes)];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: keySchemaOf({ partitionKey, sortKey }),
      AttributeDefinitions: keys
        .flatMap((key) => [key.partitionKey, key.sortKey])
        .map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' as const })),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, key]) => ({
        IndexName,
        KeySchema: keySchemaOf(key),
        Projection: { ProjectionType: 'ALL' as const },
      })),
    }),
  );
}

function keySchemaOf(key: { partitionKey: string; sortKey: string }) {
  return [
    { AttributeName: key.partitionKey, KeyType: 'HASH' as const },
    { AttributeName: key.sortKey, KeyType: 'RANGE' as const },
  ];
}

function interceptedClient(
  documents: DynamoDBDocumentClient,
  intercept: Interceptor,
): DynamoDBDocumentClient {
  return new Proxy(documents, {
    get: (target, property) =>
      property === 'send'
        ? (command: Parameters<typeof documents.send>[0]) => intercept(command, () => target.send(command))
        : (Reflect.get(target, property) as unknown),
  });
}
