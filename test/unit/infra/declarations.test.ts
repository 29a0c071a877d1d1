import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import * as z from 'zod';
import { capabilities } from '../../../infra/declarations/capabilities.ts';
import { consumerSchema } from '../../../infra/declarations/consumer.ts';
import { consumers } from '../../../infra/declarations/consumers.ts';
import { functionFolders } from '../../../infra/declarations/function-folders.ts';
import { readDeclarations } from '../../../infra/declarations/read-declarations.ts';

const project = path.join(import.meta.dirname, '../../..');

const foldersWith = (file: string) =>
  globSync(`functions/*/${file}`, { cwd: project })
    .map((found) => path.basename(path.dirname(found)))
    .sort();

const foldersWithRoutes = foldersWith('routes.ts');

it('there are folders with routes, and others', () => {
  expect(foldersWithRoutes).toContain('orders');
  expect(foldersWith('main.ts')).toContain('publisher');
});

it('every folder with routes is a capability, once', () => {
  expect(capabilities.map(({ folder }) => folder).sort()).toEqual(foldersWithRoutes);
});

it('every other folder of functions/ is a consumer, once', () => {
  const others = foldersWith('main.ts').filter((folder) => !foldersWithRoutes.includes(folder));
  expect(consumers.map(({ folder }) => folder).sort()).toEqual(others);
  expect([...functionFolders].sort()).toEqual(foldersWith('main.ts'));
});

it.each(capabilities.map((capability) => [capability.folder, capability] as const))(
  'the capability %s has the routes of its folder',
  async (folder, { routes }) => {
    const contract: unknown = await import(`../../../functions/${folder}/routes.ts`);
    expect(contract).toHaveProperty('routes', routes);
  },
);

const directories: string[] = [];
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

const directoryWith = (files: Readonly<Record<string, string>>) => {
  const directory = mkdtempSync(path.join(tmpdir(), 'declarations-'));
  directories.push(directory);
  for (const [name, source] of Object.entries(files)) writeFileSync(path.join(directory, name), source);
  return pathToFileURL(`${directory}/`);
};

it('a file that is added to the directory is a declaration, in the order of the names', async () => {
  const directory = directoryWith({
    'second.ts': 'export const declaration = { impact: "Two" };',
    'first.ts': 'export const declaration = { impact: "One" };',
    'notes.md': 'Not a declaration.',
  });
  expect(await readDeclarations(directory, z.object({ impact: z.string() }))).toEqual([
    { folder: 'first', impact: 'One' },
    { folder: 'second', impact: 'Two' },
  ]);
});

it.each([
  ['nothing', 'export {};', /worker\.ts declares nothing valid:[^]*at declaration/],
  [
    'a consumer of something unknown',
    'export const declaration = { consumes: "letters" };',
    /worker\.ts[^]*consumes/,
  ],
  [
    'an attribute that consumers do not have',
    'export const declaration = { consumes: "stream", description: "d", impact: "i", grant() {}, retries: 3 };',
    /worker\.ts[^]*retries/,
  ],
  [
    'batches larger than a queue delivers',
    'export const declaration = { consumes: "queue", description: "d", impact: "i", grant() {}, batchSize: 11, maxConcurrency: 2 };',
    /worker\.ts[^]*batchSize/,
  ],
])('a file that declares %s is named', async (_, source, message) => {
  await expect(readDeclarations(directoryWith({ 'worker.ts': source }), consumerSchema)).rejects.toThrow(
    message,
  );
});
