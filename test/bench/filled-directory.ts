import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { marshall } from '@aws-sdk/util-dynamodb';
import { findEngine } from '../../infra/local/dynamodb/engine-command.ts';
import { databaseFile } from '../../infra/local/dynamodb/engine-record.ts';
import { encodeItem } from '../../shared/table/item.ts';
import { tableNamed } from '../engine.ts';
import { manyOrdersItem } from './many-orders.ts';

const ordersInFile = 25_000;

/** A directory of an engine, with a table that is full of orders. */
export interface FilledDirectory {
  readonly directory: string;
  readonly table: string;
}

/**
 * Makes an engine's directory whose one table holds `count` orders of one operator, or finds the one that was made
 * before. The engine imports them as DynamoDB's export to S3 writes them, which takes a fraction of writing them
 * through its API.
 *
 * @param cache where such directories are kept
 */
export async function fillDirectory(cache: string, count: number): Promise<FilledDirectory> {
  const table = `orders-${String(count)}`;
  const schema = JSON.stringify({ Table: { ...tableNamed(table), TableStatus: 'ACTIVE' } });
  const items = [0, count - 1].map((number) => exportedLine(manyOrdersItem(number, count))).join();
  const contents = createHash('sha256').update(schema).update(items).digest('hex').slice(0, 16);
  const directory = join(cache, `${table}-${contents}`);
  if (existsSync(directory)) return { directory, table };

  // What is half made has another name, so that it is never taken for the whole.
  const making = `${directory}-making`;
  const source = join(making, 'export');
  await rm(making, { recursive: true, force: true });
  await writeExport(join(source, table, 'data'), count);
  await writeFile(join(making, 'schema.json'), schema);
  const { program, leading } = findEngine();
  const options = [
    '--source',
    source,
    '--schema',
    join(making, 'schema.json'),
    '--output',
    databaseFile(making),
  ];
  await promisify(execFile)(program, [...leading, 'import', ...options]);
  await rm(source, { recursive: true });
  await rename(making, directory);
  return { directory, table };
}

async function writeExport(directory: string, count: number): Promise<void> {
  await mkdir(directory, { recursive: true });
  for (let first = 0; first < count; first += ordersInFile) {
    const numbers = Array.from(
      { length: Math.min(ordersInFile, count - first) },
      (_, index) => first + index,
    );
    const lines = numbers.map((number) => exportedLine(manyOrdersItem(number, count))).join('\n');
    await writeFile(
      join(directory, `${String(first).padStart(9, '0')}.json.gz`),
      await promisify(gzip)(lines, { level: 1 }),
    );
  }
}

function exportedLine(item: Readonly<Record<string, unknown>>): string {
  const attributes = marshall(encodeItem(item), { removeUndefinedValues: true });
  // JSON has no bytes: an export has them in base64.
  const written = Object.entries(attributes).map(([name, attribute]) => [
    name,
    attribute.B === undefined ? attribute : { B: Buffer.from(attribute.B).toString('base64') },
  ]);
  return JSON.stringify({ Item: Object.fromEntries(written) });
}
