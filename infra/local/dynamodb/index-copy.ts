import * as z from 'zod';
import { EngineError, type CallEngine } from './engine-call.ts';
import type { Item } from './written-items.ts';

const copySuffix = '.late-indexes';

/** Items that DynamoDB accepts in one BatchWriteItem and BatchGetItem. */
const maxWrites = 25;
const maxReads = 100;

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const definitionSchema = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.unknown(),
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: keySchema, Projection: z.unknown() }))
    .optional(),
});
type Definition = z.infer<typeof definitionSchema>;
const tableSchema = z.object({ Table: definitionSchema });

const itemSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const pageSchema = z.object({ Items: z.array(itemSchema), LastEvaluatedKey: itemSchema.optional() });
const readSchema = z.object({
  Responses: z.record(z.string(), z.array(itemSchema)),
  UnprocessedKeys: z.record(z.string(), z.object({ Keys: z.array(itemSchema) })).optional(),
});
const unprocessedSchema = z.object({
  UnprocessedItems: z.record(z.string(), z.array(z.unknown())).optional(),
});

export function isIndexCopy(tableName: string): boolean {
  return tableName.endsWith(copySuffix);
}

/** A second table with the same indexes, which receives the items of the first one when it is told to. */
export class IndexCopy {
  readonly name: string;
  readonly #call: CallEngine;
  readonly #tableName: string;
  readonly #keyNames: readonly string[];

  private constructor(call: CallEngine, tableName: string, keys: Definition['KeySchema']) {
    this.name = `${tableName}${copySuffix}`;
    this.#call = call;
    this.#tableName = tableName;
    this.#keyNames = keys.map(({ AttributeName }) => AttributeName);
  }

  /**
   * Copies a table as it is now; replaces an earlier copy, which knows nothing of what was written meanwhile.
   * @returns undefined when there is no such table, or it has no indexes
   */
  static async create(call: CallEngine, tableName: string): Promise<IndexCopy | undefined> {
    const definition = await describe(call, tableName);
    const copy = definition && (await IndexCopy.#createEmpty(call, tableName, definition));
    if (copy) await copy.#fill();
    return copy;
  }

  /** Copies a table that was created just now, by this request; undefined when it has no indexes. */
  static async createForNew(
    call: CallEngine,
    tableName: string,
    creation: unknown,
  ): Promise<IndexCopy | undefined> {
    return IndexCopy.#createEmpty(call, tableName, definitionSchema.parse(creation));
  }

  static async #createEmpty(
    call: CallEngine,
    tableName: string,
    definition: Definition,
  ): Promise<IndexCopy | undefined> {
    if (definition.GlobalSecondaryIndexes === undefined) return undefined;
    const copy = new IndexCopy(call, tableName, definition.KeySchema);
    const creation = { ...definition, TableName: copy.name, BillingMode: 'PAY_PER_REQUEST' };
    try {
      await call('CreateTable', creation);
    } catch (error) {
      if (!hasCode(error, 'ResourceInUseException')) throw error;
      await copy.remove();
      await call('CreateTable', creation);
    }
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

  /** Gives the copy the current items under these keys, which are different; what the table lacks is removed from it. */
  async update(keys: readonly Item[]): Promise<void> {
    for (let from = 0; from < keys.length; from += maxReads) {
      const chunk = keys.slice(from, from + maxReads);
      const items = await this.#read(chunk);
      const found = new Set(items.map((item) => identify(this.keyOf(item))));
      await this.#write([
        ...items.map((Item) => ({ PutRequest: { Item } })),
        ...chunk.filter((key) => !found.has(identify(key))).map((Key) => ({ DeleteRequest: { Key } })),
      ]);
    }
  }

  async remove(): Promise<void> {
    try {
      await this.#call('DeleteTable', { TableName: this.name });
    } catch (error) {
      if (!hasCode(error, 'ResourceNotFoundException')) throw error;
    }
  }

  async #read(keys: readonly Item[]): Promise<readonly Item[]> {
    const items: Item[] = [];
    let pending = keys;
    while (pending.length > 0) {
      const RequestItems = { [this.#tableName]: { Keys: pending, ConsistentRead: true } };
      const page = readSchema.parse(await this.#call('BatchGetItem', { RequestItems }));
      items.push(...(page.Responses[this.#tableName] ?? []));
      pending = page.UnprocessedKeys?.[this.#tableName]?.Keys ?? [];
    }
    return items;
  }

  async #write(requests: readonly unknown[]): Promise<void> {
    const waiting = [...requests];
    while (waiting.length > 0) {
      const RequestItems = { [this.name]: waiting.splice(0, maxWrites) };
      const answer = unprocessedSchema.parse(await this.#call('BatchWriteItem', { RequestItems }));
      waiting.push(...(answer.UnprocessedItems?.[this.name] ?? []));
    }
  }

  async #fill(): Promise<void> {
    let start: Item | undefined;
    do {
      const page = pageSchema.parse(
        await this.#call('Scan', {
          TableName: this.#tableName,
          ConsistentRead: true,
          ...(start && { ExclusiveStartKey: start }),
        }),
      );
      await this.#write(page.Items.map((Item) => ({ PutRequest: { Item } })));
      start = page.LastEvaluatedKey;
    } while (start);
  }
}

/** The same text for the same key; DynamoDB writes numbers in its own way (`1.0` becomes `1`). */
export function identify(key: Item): string {
  return JSON.stringify(Object.values(key).map(({ N, ...value }) => (N === undefined ? value : Number(N))));
}

async function describe(call: CallEngine, TableName: string): Promise<Definition | undefined> {
  try {
    return tableSchema.parse(await call('DescribeTable', { TableName })).Table;
  } catch (error) {
    if (hasCode(error, 'ResourceNotFoundException')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof EngineError && error.code === code;
}
