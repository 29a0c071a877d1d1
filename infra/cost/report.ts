import { type Line, prices, total } from './prices.ts';
import { atRest, type Inventory, millionOrders, millionReads, whileUsed } from './usage.ts';

/** The text of docs/cost.md: every amount with its calculation. */
export function reportCost(inventory: Inventory): string {
  return [
    '# What it costs',
    '',
    'Made by `node infra/cost/main.ts`, from the synthesized templates of production and the prices in',
    '`infra/cost/prices.ts`: list prices of us-east-1 in US dollars, collected in November 2026, without free tiers and',
    'discounts. In eu-central-1 requests, logs and storage cost up to a quarter more. Quantities of use are assumptions;',
    'they are in `infra/cost/usage.ts`.',
    '',
    ...section('A month at rest', atRest(inventory)),
    'Nothing runs, nothing polls, and no server waits: what is billed is the firewall, alarms, a key and a secret.',
    '',
    ...section(
      'Beside it, a month in use: 1,000 people, 10 GB of items, 100 GB of files',
      whileUsed(inventory),
    ),
    ...section('A million reads', millionReads()),
    ...section('A million orders', millionOrders()),
  ].join('\n');
}

function section(title: string, lines: readonly Line[]): readonly string[] {
  return [
    `## ${title}: $${total(lines).toFixed(2)}`,
    '',
    '| what | how many | each, $ | $ | |',
    '|---|--:|--:|--:|---|',
    ...lines.map(
      ({ item, quantity, why }) =>
        `| ${item} | ${quantity.toLocaleString('en-US')} | ${eachOf(prices[item])} | ${(quantity * prices[item]).toFixed(2)} | ${why} |`,
    ),
    '',
  ];
}

/** Small prices are given per million. */
function eachOf(price: number): string {
  return price < 0.00001 ? `${Number((price * 1_000_000).toFixed(3))} a million` : String(price);
}
