import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { capabilities } from '../../infra/declarations/capabilities.ts';
import { drawArchitecture } from '../../infra/picture/draw.ts';
import { functionsOfStage } from '../../infra/picture/functions-of-stage.ts';
import { replacePicture } from '../../infra/picture/replace-picture.ts';
import { assemblyOf, synthesisTimeout } from './templates.ts';

it(
  'docs/architecture.md shows what production deploys (`npm run picture` draws it again)',
  async () => {
    const functions = functionsOfStage(path.join(await assemblyOf('prod'), 'assembly-prod'));
    const routeCounts = new Map(
      capabilities.map(({ folder, routes }) => [folder, Object.keys(routes).length]),
    );
    const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');
    expect(page).toBe(replacePicture(page, drawArchitecture(functions, routeCounts)));
    expect(functions.length).toBeGreaterThan(capabilities.length);
  },
  synthesisTimeout,
);

it('shared resources are drawn once, others per function', () => {
  const functions = [
    { name: 'orders', triggers: ['api'], uses: ['table'], sendsTo: [] },
    { name: 'people', triggers: ['api'], uses: ['table', 'pool'], sendsTo: [] },
    { name: 'search', triggers: ['api'], uses: ['table'], sendsTo: [] },
    { name: 'publisher', triggers: ['stream'], uses: ['bus'], sendsTo: ['worker'] },
    { name: 'worker', triggers: ['queue'], uses: [], sendsTo: [] },
    { name: 'reminder', triggers: ['bus', 'rate(5 minutes)'], uses: [], sendsTo: [] },
  ] as const;
  const lines = drawArchitecture(
    functions,
    new Map([
      ['orders', 3],
      ['people', 2],
      ['search', 1],
    ]),
  ).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      '    orders-search["orders (3)<br>search (1)"]',
      '  capabilities <--> table',
      '  people --> pool',
      '  table -- stream --> publisher',
      '  publisher --> bus',
      '  publisher --> worker-queue',
      '  worker-queue[/"queue<br>SQS"/] --> worker',
      '  bus -- events --> reminder',
      '  clock -- "every 5 minutes" --> reminder',
    ]),
  );
  expect(lines).not.toContain('  orders-search --> table');
});

it('a page without marks for the picture is refused', () => {
  expect(() => replacePicture('# Architecture', 'flowchart LR')).toThrow('no marks');
});
