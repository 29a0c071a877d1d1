import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataDirectory, type DataDirectory } from '../../../boot/data-directory.ts';

let parent: string;
let path: string;
const opened: DataDirectory[] = [];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'stack-data-'));
  path = join(parent, 'data');
});

afterEach(() => {
  for (const directory of opened.splice(0)) directory.release();
  rmSync(parent, { recursive: true });
});

async function open(empty = false): Promise<DataDirectory> {
  const directory = await openDataDirectory(path, empty, () => Promise.resolve());
  opened.push(directory);
  directory.begin();
  return directory;
}

const module = new URL('../../../boot/data-directory.ts', import.meta.url).href;
const script = (then: string) => `
  const { openDataDirectory } = await import(${JSON.stringify(module)});
  const directory = await openDataDirectory(${JSON.stringify('PATH')}, false, async () => {});
  directory.begin();
  ${then}`;

test('the first start creates it, the second finds it', async () => {
  const first = await open();
  expect(first.isNew).toBe(true);
  writeFileSync(join(first.directoryOf('s3'), 'object'), 'bytes');
  first.release();
  const second = await open();
  expect(second.isNew).toBe(false);
  expect(readFileSync(join(second.directoryOf('s3'), 'object'), 'utf8')).toBe('bytes');
});

test('a second process is refused, with the process that has the directory and its address', async () => {
  const first = await open();
  const elsewhere = 'http://127.0.0.1:1';
  first.recordAddress({
    origin: 'http://127.0.0.1:3000',
    endpoints: {
      dynamodb: elsewhere,
      s3: elsewhere,
      'cognito-identity-provider': elsewhere,
      eventbridge: elsewhere,
      sqs: elsewhere,
      sesv2: elsewhere,
    },
  });
  await expect(open()).rejects.toThrow(
    `${path} is in use by process ${process.pid} (http://127.0.0.1:3000): stop that one, or choose another with --data.`,
  );
});

test('another process is refused too, until the first is killed', async () => {
  const holder = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      script("console.log('open'); setInterval(() => {}, 1000);").replace('PATH', path),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await once(holder.stdout, 'data');
  await expect(open()).rejects.toThrow(`is in use by process ${holder.pid}`);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await expect(open()).resolves.toMatchObject({ isNew: false });
});

test('of many concurrent starts, one gets it', async () => {
  const starters = Array.from({ length: 5 }, async () => {
    try {
      await open();
      return 'opened';
    } catch {
      return 'refused';
    }
  });
  expect((await Promise.all(starters)).sort()).toEqual(['opened', ...Array<string>(4).fill('refused')]);
});

test('--fresh empties it, after ending processes that a predecessor left running', async () => {
  const first = await open();
  writeFileSync(join(first.directoryOf('s3'), 'object'), 'bytes');
  first.recordSeed('seeded');
  first.release();
  let seen: string[] = [];
  const second = await openDataDirectory(path, true, (directory) => {
    seen = readdirSync(join(directory, 's3'));
    return Promise.resolve();
  });
  opened.push(second);
  expect(seen).toEqual(['object']);
  expect(existsSync(join(path, 's3', 'object'))).toBe(true);
  second.begin();
  expect(second.isNew).toBe(true);
  expect(second.seedState).toBe('none');
  expect(existsSync(join(path, 's3'))).toBe(false);
});

test('a start that crashed during seeding is repeated', async () => {
  const first = await open();
  writeFileSync(join(first.directoryOf('s3'), 'half'), 'bytes');
  first.recordSeed('seeding');
  first.release();
  const second = await open();
  expect(second).toMatchObject({ isNew: true, seedState: 'none' });
  expect(existsSync(join(path, 's3'))).toBe(false);
});

test('a directory with other files is neither used nor emptied', async () => {
  mkdirSync(path);
  writeFileSync(join(path, 'thesis.txt'), 'years of work');
  await expect(open(true)).rejects.toThrow(/holds other files: choose an empty or a new directory/);
  await expect(open()).rejects.toThrow(/holds other files/);
  expect(readdirSync(path)).toEqual(['thesis.txt']);
});

test('a damaged one is reported, and can be reset', async () => {
  const first = await open();
  first.release();
  writeFileSync(join(path, 'local-stack.json'), '{"format":');
  await expect(open()).rejects.toThrow(/is damaged \(local-stack\.json\): start with --fresh/);
  expect(await open(true)).toMatchObject({ isNew: true });
});

test('a damaged lock is reported', async () => {
  const first = await open();
  first.release();
  writeFileSync(join(path, 'lock'), 'x'.repeat(4_096));
  await expect(open()).rejects.toThrow(/lock cannot be locked/);
});

test('a file instead of the directory is reported', async () => {
  writeFileSync(path, '');
  await expect(open()).rejects.toThrow(/cannot be a data directory \(EEXIST\)/);
});

test.skipIf(process.getuid?.() === 0)('a location without write permission is reported', async () => {
  mkdirSync(path, { mode: 0o555 });
  await expect(open()).rejects.toThrow(/choose another with --data/);
});

test('a start that crashed before writing anything does not prevent the next', async () => {
  mkdirSync(path);
  writeFileSync(join(path, 'lock'), '');
  writeFileSync(join(path, 'lock-journal'), '');
  expect(await open()).toMatchObject({ isNew: true });
});
