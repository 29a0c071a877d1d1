import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { computeSynthesisKey } from '../../../boot/synthesis-key.ts';
import { synthesize } from '../../../boot/synthesis.ts';

let project: string;

/** Records its input and the number of runs. */
const script = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('runs.log', 'run\\n');
mkdirSync(process.env.CDK_OUTDIR, { recursive: true });
writeFileSync(process.env.CDK_OUTDIR + '/context.json', process.env.CDK_CONTEXT_JSON);
writeFileSync(process.env.CDK_OUTDIR + '/manifest.json', '{}');
`;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'local-synthesis-'));
  for (const directory of [
    'infra/local',
    'infra/demo',
    'functions/orders',
    'shared',
    'web/dist',
    'node_modules',
  ])
    mkdirSync(join(project, directory), { recursive: true });
  write('infra/app.mjs', script);
  write('cdk.json', JSON.stringify({ app: 'node infra/app.mjs', context: { flag: true } }));
  write('functions/orders/main.ts', '1');
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

const write = (name: string, text: string) => {
  writeFileSync(join(project, name), text);
};
const application = (stage: string) => ({
  directory: project,
  stage,
  sources: ['infra', 'functions', 'shared', 'web', 'package-lock.json', 'tsconfig.json', 'cdk.json'],
  ignoredSources: ['infra/local', 'infra/demo'],
});
const synthesizeDev = () => synthesize(application('dev'));
const runs = () => readFileSync(join(project, 'runs.log'), 'utf8').trim().split('\n').length;

test('the application of cdk.json gets its context and the stage', async () => {
  const directory = await synthesizeDev();
  expect(JSON.parse(readFileSync(join(directory, 'context.json'), 'utf8'))).toEqual({
    flag: true,
    stage: 'dev',
  });
});

test('nothing is synthesized twice', async () => {
  const first = await synthesizeDev();
  expect(await synthesizeDev()).toBe(first);
  expect(runs()).toBe(1);
});

test('of many concurrent starts, one synthesizes', async () => {
  const directories = await Promise.all([synthesizeDev(), synthesizeDev(), synthesizeDev()]);
  expect(new Set(directories).size).toBe(1);
  expect(runs()).toBe(1);
});

test.each([
  ['functions/orders/main.ts', '2'],
  ['functions/orders/store.ts', ''],
  ['infra/config.ts', ''],
  ['shared/errors.ts', ''],
  ['web/index.html', ''],
  ['package-lock.json', '{}'],
  ['tsconfig.json', '{}'],
  ['cdk.json', '{"app":"node infra/app.mjs"}'],
])('a change of %s synthesizes again', async (name, text) => {
  const before = await synthesizeDev();
  write(name, text);
  expect(await synthesizeDev()).not.toBe(before);
});

test.each([
  'infra/local/invoke.ts',
  'infra/demo/start.ts',
  'web/dist/index.html',
  'README.md',
  'node_modules/x',
])('a change of %s does not synthesize again', async (name) => {
  const before = await synthesizeDev();
  write(name, 'changed');
  expect(await synthesizeDev()).toBe(before);
});

test('moving text from one file to the next is a change', () => {
  write('shared/a.ts', 'ab');
  write('shared/b.ts', 'c');
  const before = computeSynthesisKey(application('dev'));
  write('shared/a.ts', 'a');
  write('shared/b.ts', 'bc');
  expect(computeSynthesisKey(application('dev'))).not.toBe(before);
});

test('another stage is another synthesis', () => {
  expect(computeSynthesisKey(application('dev'))).not.toBe(computeSynthesisKey(application('prod')));
});

test('an application that fails is reported with its output, and retried', async () => {
  write('infra/app.mjs', "console.error('no such bucket'); process.exit(1);");
  await expect(synthesizeDev()).rejects.toThrow(
    /does not synthesize: fix this and start again\.\nno such bucket/,
  );
  await expect(synthesizeDev()).rejects.toThrow(/no such bucket/);
});

test('a project without an application is reported', async () => {
  write('cdk.json', '{}');
  await expect(synthesizeDev()).rejects.toThrow(/cdk\.json does not name an application/);
});

test('the last three unused syntheses and all used ones are retained', async () => {
  const directories: string[] = [];
  for (const content of ['1', '2', '3', '4', '5', '6']) {
    write('shared/a.ts', content);
    const directory = await synthesizeDev();
    directories.push(directory);
    const hoursAgo = new Date(Date.now() - (10 - Number(content)) * 60 * 60_000);
    if (content !== '2') utimesSync(directory, hoursAgo, hoursAgo);
  }
  write('shared/a.ts', '7');
  const latest = await synthesizeDev();
  // The last three before the latest one are those with the contents 5 and 6 and the one in use.
  expect([...directories, latest].map((directory) => existsSync(directory))).toEqual([
    ...[false, true, false, false],
    ...[true, true, true],
  ]);
});
