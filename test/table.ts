import { type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { inject } from 'vitest';
import { documentsOf } from './documents.ts';
import { decodeItem, encodeItem, type StoredItem } from '../shared/table/item.ts';
import { Table } from '../shared/table/table.ts';
import { createTable, engineClient } from './engine.ts';

/** A table of its own in a real engine. */
export interface TestTable {
  readonly table: Table;
  /** For what a test has to see or to arrange past the stores. */
  readonly documents: DynamoDBDocumentClient;
  readonly name: string;
  /** The same table over a client whose every call goes through `intercept`, which may count, fail or hold it. */
  readonly intercepted: (intercept: Interceptor) => Table;
  /** Writes an item past the stores. */
  readonly put: (item: StoredItem) => Promise<void>;
  /** An item, past the stores. */
  readonly itemAt: (pk: string, sk: string) => Promise<StoredItem | undefined>;
  /** The items of a partition whose sort keys begin with a prefix, past the stores. */
  readonly itemsIn: (pk: string, prefix?: string) => Promise<readonly StoredItem[]>;
}

/** Stands between the table and the engine: `forward` does the call. */
type Interceptor = (command: object, forward: () => Promise<unknown>) => Promise<unknown>;

let client: DynamoDBClient | undefined;

/**
 * Opens a new, empty table in the one engine of the run (`engine-setup.ts`). Tables are never removed: they end with
 * the engine. Call it at the top of a file, or before each test.
 */
export async function openTable(): Promise<TestTable> {
  client ??= engineClient(inject('engineEndpoint'));
  const name = await createTable(client);
  const engine = client;
  const documents = documentsOf(engine);
  return {
    table: new Table(engine, name),
    documents,
    name,
    intercepted: (intercept) => new Table(interceptedClient(engine, intercept), name),
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
