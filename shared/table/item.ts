import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { tableDefinition } from './definition.ts';

/** An item as it was read, to be parsed by its reader. */
export type StoredItem = Readonly<Record<string, unknown>>;

type IndexKeys = (typeof tableDefinition.indexes)[keyof typeof tableDefinition.indexes];

/** Attributes that a condition can compare. */
export type PlainAttribute =
  | (typeof tableDefinition.attributes)[number]
  | IndexKeys['partitionKey']
  | IndexKeys['sortKey'];

/** Attributes that an update can set on an item that was not read. */
export type UpdatedAttribute = PlainAttribute | (typeof tableDefinition.jsonAttributes)[number];

/** A longer document, in bytes, is compressed: DynamoDB charges writes per kilobyte, in the table and in each index. */
const maxPlainBytes = 1024;

const { partitionKey, sortKey, timeToLive, indexes, attributes, jsonAttributes, document } = tableDefinition;

const plainNames: ReadonlySet<string> = new Set([
  partitionKey,
  sortKey,
  timeToLive,
  ...Object.values(indexes).flatMap((index) => [index.partitionKey, index.sortKey]),
  ...attributes,
]);
const jsonNames: ReadonlySet<string> = new Set(jsonAttributes);

/**
 * Encodes an item for storage: what the engine has to understand stays an attribute, and everything else is one JSON
 * document (docs/adr/0100). Bytes stay an attribute, since JSON has none.
 */
export function encodeItem(item: StoredItem): Record<string, unknown> {
  const stored: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(item)) {
    if (plainNames.has(name) || value instanceof Uint8Array) stored[name] = value;
    else if (jsonNames.has(name)) stored[name] = encodeAttribute(name, value);
    else rest[name] = value;
  }
  stored[document] = encodeDocument(JSON.stringify(rest));
  return stored;
}

/** Encodes one attribute that an update sets. */
export function encodeAttribute(name: string, value: unknown): unknown {
  return jsonNames.has(name) && value !== undefined ? JSON.stringify(value) : value;
}

/**
 * Decodes a stored item.
 *
 * @throws Error for an item that `encodeItem` has not written
 */
export function decodeItem(stored: StoredItem): StoredItem {
  return withDocument(stored, documentOf(stored));
}

/**
 * Decodes the first of several items, as long as their documents fit together, but at least one: a document may be a thousand
 * times larger than it is stored.
 *
 * @param maxBytes of the documents
 * @throws Error for an item that `encodeItem` has not written
 */
export function decodeItems(found: readonly StoredItem[], maxBytes: number): readonly StoredItem[] {
  const items: StoredItem[] = [];
  let bytes = 0;
  for (const stored of found) {
    const text = documentOf(stored);
    bytes += Buffer.byteLength(text);
    if (items.length > 0 && bytes > maxBytes) break;
    items.push(withDocument(stored, text));
  }
  return items;
}

function withDocument(stored: StoredItem, text: string): StoredItem {
  const item: Record<string, unknown> = { ...parseDocument(text) };
  for (const [name, value] of Object.entries(stored)) {
    if (name !== document) item[name] = jsonNames.has(name) ? JSON.parse(String(value)) : value;
  }
  return item;
}

/** Compresses what takes more than one write unit. */
function encodeDocument(text: string): string | Buffer {
  return Buffer.byteLength(text) > maxPlainBytes ? deflateRawSync(text) : text;
}

function documentOf({ [document]: stored }: StoredItem): string {
  const text = stored instanceof Uint8Array ? inflateRawSync(stored).toString('utf8') : stored;
  if (typeof text !== 'string') throw new Error('An item without a document');
  return text;
}

function parseDocument(text: string): object {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) throw new Error('An item whose document is no object');
  return parsed;
}
