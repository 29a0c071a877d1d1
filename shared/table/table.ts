import {
  type AttributeValue,
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { CabinetError } from '../errors.ts';
import { tableDefinition, type IndexName } from './definition.ts';
import {
  decodeItem,
  decodeItems,
  encodeAttribute,
  encodeItem,
  type PlainAttribute,
  type StoredItem,
  type UpdatedAttribute,
} from './item.ts';
import type { Partition } from './partition.ts';

/** Key of an item. */
export interface ItemKey {
  readonly partition: Partition;
  readonly sortKey: string;
}

/** An item that counts its versions, from 1. */
export type VersionedItem = StoredItem & { readonly version: number };

/** What a write expects to find. Otherwise `refusal`, or `concurrentChange`, is thrown and nothing at all is written. */
interface Condition {
  /** `absent`; absent or expired as of a moment; the version that was read; or attributes that have these values. */
  readonly expect:
    | 'absent'
    | { readonly absentOrExpiredAt: Date }
    | { readonly version: number }
    | { readonly attributes: Readonly<Partial<Record<PlainAttribute, unknown>>> };
  readonly refusal?: CabinetError | undefined;
}

/**
 * One part of a write. An update sets attributes of an item that nobody has to have read, where they are not `undefined`,
 * and counts its version, unless it says that this is no change for its readers.
 */
export type WriteAction =
  | ({ readonly put: ItemKey; readonly item: StoredItem } & Condition)
  | ({
      readonly update: ItemKey;
      readonly set: Readonly<Partial<Record<UpdatedAttribute, unknown>>>;
      readonly unset: readonly UpdatedAttribute[];
      readonly keepsVersion?: true;
    } & Condition)
  | ({ readonly remove: ItemKey } & Condition)
  | ({ readonly check: ItemKey } & Condition);

/** A page of one partition, or of one index partition. */
export interface PageRequest {
  readonly partition: Partition | { readonly index: IndexName; readonly key: string };
  /** Bounds of the sort key, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly newestFirst: boolean;
  /** How many items to read at most. A page ends at 1 MB anyway, stored or decompressed. */
  readonly limit?: number;
  /** Sort key that the page before ended with. */
  readonly after?: string | undefined;
}

export interface Page {
  readonly items: readonly StoredItem[];
  /** Whether there is more behind this page. */
  readonly more: boolean;
}

/** Size that an item may have, in bytes: DynamoDB takes 400 KB with the names of the attributes and of their types. */
const maxItemBytes = 350_000;
/** Size that the items of one transaction may have together, likewise: DynamoDB takes 4 MB. */
const maxTransactionBytes = 3_500_000;

/**
 * Size of the documents of one page, in bytes: as much as a page of the engine has. What repeats itself is stored in a
 * hundredth of its size, so that a page of the engine could have more than fits into memory, or into an answer of a function.
 */
const maxPageBytes = 1024 * 1024;

/** Keys that DynamoDB takes in one BatchGetItem. */
const maxBatchKeys = 100;

/** Sorts behind every character that a sort key has. */
export const highest = '\u{10ffff}';

/** Bounds of all sort keys: they begin with a letter or a digit. DynamoDB takes no empty one, not even as a bound. */
export const everySortKey = { from: '0', to: highest } as const;

/** The table as the stores use it: reads by key, pages of a partition, conditional writes. Nothing scans. */
export class Table {
  readonly #client: DynamoDBClient;
  readonly #name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.#client = client;
    this.#name = name;
  }

  /** One item, read consistently. */
  async get(key: ItemKey): Promise<StoredItem | undefined> {
    const { Item } = await this.#client.send(
      new GetItemCommand({ TableName: this.#name, Key: marshalledKey(key), ConsistentRead: true }),
    );
    return Item && fromAttributes(Item);
  }

  /** Items in the order of their keys, up to 100 different ones a call; `undefined` for what is not there. */
  async getMany(keys: readonly ItemKey[]): Promise<readonly (StoredItem | undefined)[]> {
    const found = new Map<string, StoredItem>();
    const wanted = [...new Map(keys.map((key) => [nameOf(key), marshalledKey(key)])).values()];
    for (let from = 0; from < wanted.length; from += maxBatchKeys) {
      await this.#getBatch(wanted.slice(from, from + maxBatchKeys), found);
    }
    return keys.map((key) => found.get(nameOf(key)));
  }

  async #getBatch(wanted: readonly Attributes[], found: Map<string, StoredItem>): Promise<void> {
    let pending = [...wanted];
    // The engine may leave keys unprocessed when it is busy; the client's own retries do not cover that.
    for (let attempt = 0; pending.length > 0; attempt += 1) {
      if (attempt === 4) throw new CabinetError('unavailable');
      const { Responses, UnprocessedKeys } = await this.#client.send(
        new BatchGetItemCommand({ RequestItems: { [this.#name]: { Keys: pending, ConsistentRead: true } } }),
      );
      for (const attributes of Responses?.[this.#name] ?? []) {
        const item = fromAttributes(attributes);
        found.set(
          `${String(item[tableDefinition.partitionKey])} ${String(item[tableDefinition.sortKey])}`,
          item,
        );
      }
      pending = UnprocessedKeys?.[this.#name]?.Keys ?? [];
    }
  }

  /** One page. An index is read eventually consistent: it has no other way. */
  async query(request: PageRequest): Promise<Page> {
    const { partition } = request;
    const { from, to } = boundsOf(request);
    // The local engine would take it.
    if (from === '') throw new Error('DynamoDB takes no empty sort key');
    // The engine refuses a range that ends before it begins; a page behind the last one is merely empty.
    if (Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0) return { items: [], more: false };
    const inIndex = 'index' in partition;
    const names = inIndex ? tableDefinition.indexes[partition.index] : tableDefinition;
    const { Items, LastEvaluatedKey } = await this.#client.send(
      new QueryCommand({
        TableName: this.#name,
        ...(inIndex ? { IndexName: partition.index } : { ConsistentRead: true }),
        KeyConditionExpression: '#partition = :partition AND #sort BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#partition': names.partitionKey, '#sort': names.sortKey },
        ExpressionAttributeValues: marshall({ ':partition': partition.key, ':from': from, ':to': to }),
        ScanIndexForward: !request.newestFirst,
        ...(request.limit === undefined ? {} : { Limit: request.limit }),
      }),
    );
    const found = (Items ?? []).map((attributes) => unmarshall(attributes));
    const items = decodeItems(found, maxPageBytes);
    return { items, more: LastEvaluatedKey !== undefined || items.length < found.length };
  }

  /**
   * Writes all of the actions (100 at most) or none of them, in one call.
   *
   * @throws CabinetError the refusal of the first action whose condition does not hold; `concurrentChange` if it
   *   names none, and where another transaction holds one of the items; `payloadTooLarge`
   */
  async write(actions: readonly WriteAction[]): Promise<void> {
    const items = actions.map((action) => this.#transactItemOf(action));
    const sizes = items.map(sizeOf);
    if (sizes.some((size) => size > maxItemBytes) || sum(sizes) > maxTransactionBytes) {
      throw new CabinetError('payloadTooLarge');
    }
    try {
      await this.#client.send(new TransactWriteItemsCommand({ TransactItems: items }));
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      const refused = reasons.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
      const refusal = actions[refused]?.refusal;
      if (refusal !== undefined) throw refusal;
      const isRace = refused >= 0 || reasons.some(({ Code }) => Code === 'TransactionConflict');
      throw new CabinetError(isRace ? 'concurrentChange' : 'unavailable', { cause: error });
    }
  }

  #transactItemOf(action: WriteAction): TransactItem {
    if ('update' in action) return { Update: { TableName: this.#name, ...updateOf(action) } };
    const condition = { TableName: this.#name, ...conditionOf(action.expect) };
    if ('check' in action) return { ConditionCheck: { ...condition, Key: marshalledKey(action.check) } };
    if ('remove' in action) return { Delete: { ...condition, Key: marshalledKey(action.remove) } };
    const item = { ...encodeItem(action.item), ...attributesOf(action.put) };
    return { Put: { ...condition, Item: marshalled(item) } };
  }
}

/**
 * Bounds of what is left of a page's range. Where the page before ended moves one of the bounds, rather than being an
 * `ExclusiveStartKey`: that would need the keys of an item that may have moved to another index partition since.
 */
function boundsOf({ from, to, after, newestFirst }: PageRequest): { from: string; to: string } {
  if (after === undefined) return { from, to };
  return newestFirst ? { from, to: lastBefore(after) } : { from: `${after}\0`, to };
}

/** The greatest of all sort keys before this one, for keys that end with an ASCII character, as a ULID does. */
function lastBefore(sortKey: string): string {
  const last = sortKey.codePointAt(sortKey.length - 1) ?? 0;
  return `${sortKey.slice(0, -1)}${String.fromCodePoint(last - 1)}${highest}`;
}

type TransactItem = NonNullable<TransactWriteItemsCommandInput['TransactItems']>[number];

/** An item, or values of expressions, as DynamoDB's API has them. */
type Attributes = Record<string, AttributeValue>;

function marshalled(values: StoredItem): Attributes {
  return marshall(values, { removeUndefinedValues: true });
}

function fromAttributes(attributes: Attributes): StoredItem {
  return decodeItem(unmarshall(attributes));
}

function marshalledKey(key: ItemKey): Attributes {
  return marshall(attributesOf(key));
}

function attributesOf(key: ItemKey): Record<string, string> {
  return {
    [tableDefinition.partitionKey]: key.partition.key,
    [tableDefinition.sortKey]: key.sortKey,
  };
}

/** Bytes that an action writes, about as DynamoDB counts them. */
function sizeOf({ Put, Update }: TransactItem): number {
  const written = Put?.Item ?? Update?.ExpressionAttributeValues ?? {};
  return sum(Object.entries(written).map(([name, value]) => name.length + bytesOf(value)));
}

function bytesOf({ S: text, B: bytes, ...others }: AttributeValue): number {
  return bytes?.byteLength ?? Buffer.byteLength(text ?? JSON.stringify(others));
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

function nameOf(key: ItemKey): string {
  return `${key.partition.key} ${key.sortKey}`;
}

function conditionOf(expect: WriteAction['expect']) {
  const absent = 'attribute_not_exists(#partition)';
  const partition = { '#partition': tableDefinition.partitionKey };
  if (expect === 'absent') return { ConditionExpression: absent, ExpressionAttributeNames: partition };
  if ('absentOrExpiredAt' in expect) {
    return {
      ConditionExpression: `${absent} OR #expiry <= :now`,
      ExpressionAttributeNames: { ...partition, '#expiry': tableDefinition.timeToLive },
      ExpressionAttributeValues: marshalled({
        ':now': Math.floor(expect.absentOrExpiredAt.getTime() / 1000),
      }),
    };
  }
  const wanted: StoredItem = 'version' in expect ? { version: expect.version } : expect.attributes;
  const names = Object.keys(wanted);
  return {
    ConditionExpression: names.map((_, index) => `#wanted${index} = :wanted${index}`).join(' AND '),
    ExpressionAttributeNames: byPlace('#wanted', names),
    ExpressionAttributeValues: marshalled(byPlace(':wanted', Object.values(wanted))),
  };
}

function updateOf({
  update,
  set,
  unset,
  expect,
  keepsVersion,
}: Extract<WriteAction, { readonly update: ItemKey }>) {
  const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = conditionOf(expect);
  const changes = Object.entries(set).filter(([, value]) => value !== undefined);
  const settings = [
    ...(keepsVersion === true ? [] : ['#version = #version + :one']),
    ...changes.map((_, index) => `#set${index} = :set${index}`),
  ];
  const removals = unset.map((_, index) => `#unset${index}`).join(', ');
  return {
    Key: marshalledKey(update),
    UpdateExpression: `SET ${settings.join(', ')}${removals && ` REMOVE ${removals}`}`,
    ConditionExpression,
    ExpressionAttributeNames: {
      ...ExpressionAttributeNames,
      ...byPlace(
        '#set',
        changes.map(([name]) => name),
      ),
      ...byPlace('#unset', unset),
      ...(keepsVersion === true ? {} : { '#version': 'version' }),
    },
    ExpressionAttributeValues: {
      ...ExpressionAttributeValues,
      ...marshalled({
        ...byPlace(
          ':set',
          changes.map(([name, value]) => encodeAttribute(name, value)),
        ),
        ...(keepsVersion === true ? {} : { ':one': 1 }),
      }),
    },
  };
}

/** Placeholders of an expression: `#set0`, `#set1`, … */
function byPlace<V>(prefix: string, values: readonly V[]): Record<string, V> {
  return Object.fromEntries(values.map((value, index) => [`${prefix}${index}`, value]));
}
