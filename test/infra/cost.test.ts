import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { takeInventory } from '../../infra/cost/inventory.ts';
import { prices, total } from '../../infra/cost/prices.ts';
import { reportCost } from '../../infra/cost/report.ts';
import { atRest } from '../../infra/cost/usage.ts';
import { assemblyOf, synthesisTimeout } from './templates.ts';

it(
  'docs/cost.md is computed from what production deploys (`npx cdk synth && node infra/cost/main.ts` makes it again)',
  async () => {
    const inventory = takeInventory(path.join(await assemblyOf('prod'), 'assembly-prod'));
    expect(readFileSync(new URL('../../docs/cost.md', import.meta.url), 'utf8')).toBe(reportCost(inventory));
  },
  synthesisTimeout,
);

it('a queue with a worker is polled even while it is empty', () => {
  const inventory = { firewalls: 0, firewallRules: 0, alarmMetrics: 0, keys: 0, secrets: 0, capabilities: 0 };
  expect(total(atRest({ ...inventory, polledQueues: 0 }))).toBe(0);
  expect(total(atRest({ ...inventory, polledQueues: 2 }))).toBeCloseTo(2 * 0.648 * 0.4, 10);
});

it('a total is the sum of quantities at their prices', () => {
  const lines = [
    { item: 'secret, a month', quantity: 2, why: '' },
    { item: 'HTTP API request', quantity: 1_000_000, why: '' },
  ] as const;
  expect(total(lines)).toBeCloseTo(2 * prices['secret, a month'] + 1, 10);
});
