import { type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { documentsOf } from './documents.ts';
import { decodeItem, encodeItem, type StoredItem } from '../shared/table/item.ts';
import { Table } from '../shared/table/table.ts';
import { startLateIndexes } from '../infra/local/dynamodb/late-indexes.ts';
import { catchUpIndexes } from '../infra/local/testing/dynamodb/catch-up-indexes.ts';
import { createTable, engineClient } from './engine.ts';

/** A table of its own in a real engine. */
export interface TestTable {
  readonly table: Table;
  /** For what a test has to see or to arrange past the stores. */
  readonly documents: DynamoDBDocumentClient;
  readonly name: string;
  /** The same table over a client whose every call goes through `intercept`, which may count, fail or hold it. */
  readonly intercepted: (intercept: Interceptor) => Table;
  /** Lets the time pass after which indexes have what was written; a function that is called meanwhile finds them late. */
  readonly catchUp: () => Promise<void>;
  /** Writes an item past the stores. */
  readonly put: (item: StoredItem) => Promise<void>;
  /** An item, past the stores. */
  readonly itemAt: (pk: string, sk: string) => Promise<StoredItem | undefined>;
  /** The items of a partition whose sort keys begin with a prefix, past the stores. */
  readonly itemsIn: (pk: string, prefix?: string) => Promise<readonly StoredItem[]>;
}

/** Stands between the table and the engine: `forward` does the call. */
type Interceptor = (command: object, forward: () => Promise<unknown>) => Promise<unknown>;

/** The engine of the run behind indexes that lack what was written until they catch up. */
interface LateEngine {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
}

/** One in a worker. */
let lateEngine: Promise<LateEngine> | undefined;

/** Longer than any test. */
const hourMs = 3_600_000;

async function openLateEngine(): Promise<LateEngine> {
  const { endpoint } = await startLateIndexes({
    port: 0,
    engineEndpoint: inject('engineEndpoint'),
    delay: hourMs,
    warn: (message) => {
      throw new Error(message);
    },
  });
  return { endpoint, client: engineClient(endpoint) };
}

/** What lets the indexes of a table catch up. */
const catchUps = new WeakMap<Table, () => Promise<void>>();

/** Lets the indexes of a test's table catch up. */
export async function catchUpIndexesOf(table: Table): Promise<void> {
  await catchUps.get(table)?.();
}

/**
 * Opens a new, empty table in the one engine of the run (`engine-setup.ts`). Tables are never removed: they end with
 * the engine. Call it at the top of a file, or before each test.
 */
export async function openTable(): Promise<TestTable> {
  lateEngine ??= openLateEngine();
  const { client, endpoint } = await lateEngine;
  const name = await createTable(client);
  const documents = documentsOf(client);
  const catchUp = (): Promise<void> => catchUpIndexes(endpoint, name);
  const tableOver = (over: DynamoDBClient): Table => {
    const table = new Table(over, name);
    catchUps.set(table, catchUp);
    return table;
  };
  return {
    table: tableOver(client),
    documents,
    name,
    catchUp,
    intercepted: (intercept) => tableOver(interceptedClient(client, intercept)),
    put: async (item) => {
      await documents.send(new PutCommand({ TableName: name, Item: encodeItem(item) }));
    },
    itemAt: async (pk, sk) => {
      const { Item } = await documents.send(
        new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }),
      );
      return Item && decodeItem(Item);
    },
    itemsIn: async (pk, prefix) => {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName: name,
          ...(prefix === undefined
            ? { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }
            : {
                KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
                ExpressionAttributeValues: { ':pk': pk, ':sk': prefix },
              }),
          ConsistentRead: true,
        }),
      );
      return Items.map(decodeItem);
    },
  };
}

function interceptedClient(client: DynamoDBClient, intercept: Interceptor): DynamoDBClient {
  return new Proxy(client, {
    get: (target, property) =>
      property === 'send'
        ? (command: Parameters<typeof client.send>[0]) => intercept(command, () => target.send(command))
        : (Reflect.get(target, property) as unknown),
  });
}
