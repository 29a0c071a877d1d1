import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { tableDefinition } from '../../shared/table/definition.ts';
import { decodeItem, encodeItem, type StoredItem } from '../../shared/table/item.ts';
import { type Figure, median, ratioOf } from './figures.ts';
import { manyOrdersItem } from './many-orders.ts';

const { document } = tableDefinition;

/** What a page reads: its twenty orders, and the one that says whether there are more. */
const pageSize = 21;

/** A way to store an item. */
interface Encoding {
  readonly name: string;
  readonly encode: (item: StoredItem) => Record<string, unknown>;
  readonly decode: (stored: StoredItem) => StoredItem;
  /** Share of the first encoding's time that a page may take. */
  readonly target?: number;
}

const encodings: readonly Encoding[] = [
  { name: 'attributes as maps', encode: (item) => ({ ...item }), decode: (stored) => stored },
  {
    name: 'a document as plain JSON',
    encode: (item) => {
      const plain = Object.entries(item).filter(([name]) => name in encodeItem(item));
      const rest = Object.entries(item).filter(([name]) => !(name in encodeItem(item)));
      return { ...Object.fromEntries(plain), [document]: JSON.stringify(Object.fromEntries(rest)) };
    },
    decode: decodeItem,
  },
  { name: 'as the cabinet stores it', encode: encodeItem, decode: decodeItem, target: 0.6 },
];

/**
 * Times a page of 20 orders and the write of one, per way to store an item (docs/adr/0100).
 *
 * @param openTable creates an empty table and returns its name
 */
export async function measureEncodings(
  documents: DynamoDBDocumentClient,
  openTable: () => Promise<string>,
  runs: number,
): Promise<Figure[]> {
  const subjects = await Promise.all(
    encodings.map(async (encoding) => {
      const table = await openTable();
      for (let number = 0; number < pageSize; number += 1) await put(documents, table, encoding, number);
      return { ...encoding, table, pages: [] as number[], cpu: [] as number[], writes: [] as number[] };
    }),
  );
  for (let run = -Math.ceil(runs / 4); run < runs; run += 1) {
    for (const subject of run % 2 === 0 ? subjects : subjects.toReversed()) {
      const page = await timed(() => readPage(documents, subject.table, subject));
      const write = await timed(() => put(documents, subject.table, subject, pageSize - 1));
      if (run < 0) continue;
      subject.pages.push(page.milliseconds);
      subject.cpu.push(page.cpuMilliseconds);
      subject.writes.push(write.milliseconds);
    }
  }
  const [maps] = subjects;
  return subjects.map(({ name, encode, pages, cpu, writes, target }) => {
    const ratio = median(pages) / median(maps?.pages ?? []);
    return {
      name,
      value: `${ratioOf(ratio)}, page ${median(pages).toFixed(2)} ms (${median(cpu).toFixed(2)} ms of processor), write ${median(writes).toFixed(2)} ms, ${String(bytesOf(encode(manyOrdersItem(0, pageSize))))} bytes`,
      target: target === undefined ? 'for comparison' : `≤ ${ratioOf(target)}`,
      met: target === undefined || ratio <= target,
    };
  });
}

async function put(
  documents: DynamoDBDocumentClient,
  TableName: string,
  { encode }: Encoding,
  number: number,
): Promise<void> {
  await documents.send(new PutCommand({ TableName, Item: encode(manyOrdersItem(number, pageSize)) }));
}

async function readPage(
  documents: DynamoDBDocumentClient,
  TableName: string,
  { decode }: Encoding,
): Promise<void> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': manyOrdersItem(0, pageSize)['pk'] },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: pageSize,
    }),
  );
  if (Items.map(decode).length !== pageSize) throw new Error('The page is not full');
}

async function timed(act: () => Promise<void>): Promise<{ milliseconds: number; cpuMilliseconds: number }> {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  await act();
  const milliseconds = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  return { milliseconds, cpuMilliseconds: (user + system) / 1000 };
}

/** Bytes of an item as DynamoDB counts them, roughly: names, and values as text. */
function bytesOf(stored: StoredItem): number {
  return Object.entries(stored)
    .map(([name, value]) => name.length + (value instanceof Uint8Array ? value.byteLength : textBytes(value)))
    .reduce((total, bytes) => total + bytes, 0);
}

function textBytes(value: unknown): number {
  return value === undefined
    ? 0
    : Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value));
}
