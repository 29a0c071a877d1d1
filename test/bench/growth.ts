import { encodeCursor } from '../../shared/table/cursor.ts';
import type { Sample } from '../samples/sample.ts';
import { eventOf } from './event.ts';
import { type Figure, median, ratioOf } from './figures.ts';
import { manyOrdersSortKey, manyOrdersUlid } from './many-orders.ts';
import { timeInProcess, type Task } from './work.ts';

/** How much longer the same page may take where there are many orders. */
const maxGrowth = 1.1;

/** A table with this many orders of one operator. */
export interface Filled {
  readonly table: string;
  readonly count: number;
}

/** Pages of twenty: where they begin depends on how many orders there are. */
const pages: readonly { readonly name: string; readonly query: (count: number) => Sample['query'] }[] = [
  { name: 'all orders, first page', query: () => ({ limit: '20' }) },
  {
    name: 'all orders, a page in the middle',
    query: (count) => ({ limit: '20', cursor: encodeCursor(manyOrdersSortKey(count / 2)) }),
  },
  { name: 'completed orders, first page', query: () => ({ limit: '20', state: 'completed' }) },
  {
    name: 'completed orders, a page in the middle',
    query: (count) => ({ limit: '20', state: 'completed', cursor: encodeCursor(manyOrdersUlid(count / 2)) }),
  },
];

/** Times pages of a list of few orders and of many, each in a table of its own in one engine. */
export async function measureGrowth(
  bundles: ReadonlyMap<string, string>,
  tables: { readonly few: Filled; readonly many: Filled },
  environment: Readonly<Record<string, string>>,
  runs: number,
): Promise<Figure[]> {
  const bundle = `${bundles.get('orders') ?? ''}/index.mjs`;
  const taskOf = (name: string, { table, count }: Filled, query: Sample['query']): Task => ({
    name: `${name} of ${String(count)}`,
    bundle,
    table,
    rows: 20,
    event: eventOf('listProductOrder', { as: 'technical', ...(query === undefined ? {} : { query }) }),
  });
  const { few, many } = tables;
  const tasks = pages.flatMap(({ name, query }) =>
    [few, many].map((filled) => taskOf(name, filled, query(filled.count))),
  );
  const timesOf = await timeInProcess({ tasks, runs, warmUp: Math.ceil(runs / 4) }, environment);
  return pages.map(({ name }) => {
    const [before, after] = [few, many].map(({ count }) => median(timesOf(`${name} of ${String(count)}`)));
    const ratio = (after ?? Number.NaN) / (before ?? Number.NaN);
    return {
      name,
      value: `${ratioOf(ratio)} (${after?.toFixed(2) ?? ''} to ${before?.toFixed(2) ?? ''} ms)`,
      target: `≤ ${ratioOf(maxGrowth)}`,
      met: ratio <= maxGrowth,
    };
  });
}
