import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rolesOf } from '../../../shared/http/route.ts';
import { operations } from '../../samples/capabilities.ts';

const docs = join(import.meta.dirname, '../../../docs');
const folder = mkdtempSync(join(tmpdir(), 'export-'));
const requested: string[] = [];
const attachments = [
  { id: 'a1', state: 'accepted', fileName: '../plan.pdf' },
  { id: 'a2', state: 'refused', fileName: 'virus.pdf' },
];

/** Orders on two pages, one service, two files, and nothing else. */
const cabinet = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://cabinet');
  const next = `${url.pathname}?limit=100&cursor=2`;
  const orders = url.searchParams.get('cursor') === '2' ? [{ id: 'o2' }] : [{ id: 'o1' }];
  const answers: Readonly<Record<string, unknown>> = {
    '/cabinet/v1/me': { name: 'Анна' },
    '/tmf-api/productInventory/v4/product': [{ id: 'p1' }],
    '/tmf-api/productOrderingManagement/v4/productOrder': orders,
    '/cabinet/v1/productOrder/o2/attachment': attachments,
    '/cabinet/v1/productOrder/o2/attachment/a1': { url: `${origin()}/file` },
  };
  requested.push(url.pathname);
  if (url.pathname === '/file') {
    // A link of S3 carries its own signature, and refuses a second authorization.
    response.writeHead(request.headers.authorization === undefined ? 200 : 400).end('%PDF');
    return;
  }
  if (orders[0]?.id === 'o1' && url.pathname.endsWith('/productOrder')) {
    response.setHeader('link', `<${next}>; rel="next"`);
  }
  response.writeHead(request.headers.authorization === 'Bearer token' ? 200 : 401);
  response.end(JSON.stringify(answers[url.pathname] ?? []));
});
const origin = () => `http://127.0.0.1:${(cabinet.address() as AddressInfo).port}`;

beforeAll(async () => {
  await new Promise<void>((resolve) => cabinet.listen(0, '127.0.0.1', resolve));
  const env = { ...process.env, CABINET: origin(), TOKEN: 'token' };
  await promisify(execFile)(process.execPath, [join(docs, 'export.mjs'), folder], { env });
});
afterAll(() => {
  cabinet.close();
  rmSync(folder, { recursive: true });
});

it('follows the pages of a list, and saves them as one', () => {
  expect(JSON.parse(readFileSync(join(folder, 'order.json'), 'utf8'))).toEqual([{ id: 'o1' }, { id: 'o2' }]);
});

it('saves accepted files inside its folder', () => {
  expect(readFileSync(join(folder, 'order/o2/a1-.._plan.pdf'), 'utf8')).toBe('%PDF');
  expect(requested).not.toContain('/cabinet/v1/productOrder/o2/attachment/a2');
});

it('reads every list that an operator’s administrator can read', () => {
  const patterns = requested.map((path) => path.replace(/\/[opa][12](?=\/|$)/g, '/{}'));
  const lists = operations
    .filter(({ route }) => route.method === 'GET' && rolesOf(route).includes('administrator'))
    .filter(({ route }) => 'cursor' in (route.query?.shape ?? {}))
    .map(({ route }) => route.path.replace(/\{\w+\}/g, '{}'));
  expect(lists.length).toBeGreaterThan(15);
  expect(lists.filter((path) => !patterns.includes(path))).toEqual([]);
});
