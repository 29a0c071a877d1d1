import {
  BatchGetItemCommand,
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  ResourceNotFoundException,
  ScanCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  type ScanCommandOutput,
  type TableDescription,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import type { Item } from './written-items.ts';

const copySuffix = '.late-indexes';

/** Items that DynamoDB accepts in one BatchWriteItem. */
const maxBatchSize = 25;

export function isIndexCopy(tableName: string): boolean {
  return tableName.endsWith(copySuffix);
}

/** A second table with the same indexes, which receives the items of the first one later. */
export class IndexCopy {
  readonly name: string;
  readonly #client: DynamoDBClient;
  readonly #tableName: string;
  readonly #keyNames: readonly string[];

  private constructor(client: DynamoDBClient, tableName: string, keys: readonly KeySchemaElement[]) {
    this.name = `${tableName}${copySuffix}`;
    this.#client = client;
    this.#tableName = tableName;
    this.#keyNames = keys.flatMap(({ AttributeName = '' }) => AttributeName);
  }

  /**
   * Copies a table as it is now; replaces an earlier copy, which knows nothing of what was written meanwhile.
   * @returns undefined when there is no such table, or it has no indexes
   */
  static async create(client: DynamoDBClient, tableName: string): Promise<IndexCopy | undefined> {
    const table = await describe(client, tableName);
    if (table?.GlobalSecondaryIndexes === undefined) return undefined;
    const { KeySchema = [], AttributeDefinitions, GlobalSecondaryIndexes } = table;
    const copy = new IndexCopy(client, tableName, KeySchema);
    await copy.remove();
    await client.send(
      new CreateTableCommand({
        TableName: copy.name,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema,
        AttributeDefinitions,
        GlobalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => ({
          IndexName: index.IndexName,
          KeySchema: index.KeySchema,
          Projection: index.Projection,
        })),
      }),
    );
    await copy.#fill();
    return copy;
  }

  /** The key of an item, or of a request that names it. */
  keyOf(item: Item): Item {
    return Object.fromEntries(
      this.#keyNames.flatMap((name) => {
        const value = item[name];
        return value === undefined ? [] : [[name, value]];
      }),
    );
  }

  /** The current items of the table under these keys, read consistently; undefined for what is not there. */
  async read(keys: readonly Item[]): Promise<readonly (readonly [key: Item, item: Item | undefined])[]> {
    const found = new Map<string, Item>();
    // A transaction has 100 keys at most, as a BatchGetItem does.
    let pending: Item[] = [...new Map(keys.map((key) => [identify(key), key])).values()];
    while (pending.length > 0) {
      const { Responses, UnprocessedKeys } = await this.#client.send(
        new BatchGetItemCommand({
          RequestItems: { [this.#tableName]: { Keys: pending, ConsistentRead: true } },
        }),
      );
      for (const item of Responses?.[this.#tableName] ?? []) found.set(identify(this.keyOf(item)), item);
      pending = UnprocessedKeys?.[this.#tableName]?.Keys ?? [];
    }
    return keys.map((key) => [key, found.get(identify(key))]);
  }

  /** Writes items, and removes those that are undefined; of several under one key, the last one counts. */
  async write(changes: readonly (readonly [key: Item, item: Item | undefined])[]): Promise<void> {
    const requests = new Map<string, WriteRequest>();
    for (const [key, item] of changes)
      requests.set(
        identify(key),
        item === undefined ? { DeleteRequest: { Key: key } } : { PutRequest: { Item: item } },
      );
    const waiting = [...requests.values()];
    while (waiting.length > 0) {
      const { UnprocessedItems } = await this.#client.send(
        new BatchWriteItemCommand({ RequestItems: { [this.name]: waiting.splice(0, maxBatchSize) } }),
      );
      waiting.push(...(UnprocessedItems?.[this.name] ?? []));
    }
  }

  async remove(): Promise<void> {
    try {
      await this.#client.send(new DeleteTableCommand({ TableName: this.name }));
    } catch (error) {
      if (!(error instanceof ResourceNotFoundException)) throw error;
    }
  }

  async #fill(): Promise<void> {
    let start: ScanCommandOutput['LastEvaluatedKey'];
    do {
      const page: ScanCommandOutput = await this.#client.send(
        new ScanCommand({ TableName: this.#tableName, ExclusiveStartKey: start, ConsistentRead: true }),
      );
      await this.write((page.Items ?? []).map((item) => [this.keyOf(item), item]));
      start = page.LastEvaluatedKey;
    } while (start);
  }
}

/** The same text for the same key; DynamoDB writes numbers in its own way (`1.0` becomes `1`). */
function identify(key: Item): string {
  return Object.values(key)
    .map(({ S, N, B }) => JSON.stringify(S ?? (N === undefined ? B : Number(N))))
    .join();
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | undefined> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}
