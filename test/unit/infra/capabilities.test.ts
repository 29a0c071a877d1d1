import { globSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { capabilities } from '../../../infra/capabilities/registry.ts';

const project = path.join(import.meta.dirname, '../../..');

/** Folders of functions/ that answer HTTP requests. */
const folders = globSync('functions/*/routes.ts', { cwd: project })
  .map((file) => path.basename(path.dirname(file)))
  .sort();

it('there are folders with routes', () => {
  expect(folders).toContain('orders');
});

it('every folder with routes has a file in infra/capabilities', () => {
  const files = globSync('infra/capabilities/*.ts', { cwd: project }).map((file) =>
    path.basename(file, '.ts'),
  );
  expect(files.filter((name) => !['capability', 'registry'].includes(name)).sort()).toEqual(folders);
});

it('every folder with routes is in the registry, once', () => {
  expect(capabilities.map(({ folder }) => folder).sort()).toEqual(folders);
});

it.each(capabilities.map((capability) => [capability.folder, capability] as const))(
  'the capability %s has the routes of its folder',
  async (folder, { routes }) => {
    const contract: unknown = await import(`../../../functions/${folder}/routes.ts`);
    expect(contract).toHaveProperty('routes', routes);
  },
);
