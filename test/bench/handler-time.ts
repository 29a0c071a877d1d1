import type { GetCommandInput, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { orderId } from '../samples/orders-world.ts';
import { catalogIds } from '../samples/catalog-world.ts';
import { productUlid } from '../samples/services-world.ts';
import type { Sample } from '../samples/sample.ts';
import { idOf, ownOperator } from '../samples/world.ts';
import { eventOf } from './event.ts';
import { type Figure, median, quantile, ratioOf } from './figures.ts';
import { timeInProcess, type Task } from './work.ts';

/** A handler may take this many times the bare call, and this many milliseconds. */
const target = { times: 1.15, milliseconds: 1 };

interface Subject {
  readonly name: string;
  readonly folder: string;
  readonly routeId: string;
  readonly sample: Sample;
  readonly rows?: number;
  /** What the function asks DynamoDB for, bare. */
  readonly bare: { readonly get: GetCommandInput } | { readonly query: QueryCommandInput };
}

function subjectsIn(TableName: string): readonly Subject[] {
  const pk = `OP#${ownOperator}`;
  const get = (key: Record<string, string>) => ({
    get: { TableName, Key: key, ConsistentRead: true },
  });
  return [
    {
      name: 'an order',
      folder: 'orders',
      routeId: 'readProductOrder',
      sample: { as: 'technical', params: { id: orderId } },
      bare: get({ pk, sk: `ORDER#${orderId.slice(ownOperator.length + 1)}` }),
    },
    {
      name: 'a service',
      folder: 'services',
      routeId: 'readProduct',
      sample: { as: 'technical', params: { id: idOf(ownOperator, productUlid) } },
      bare: get({ pk, sk: `PRODUCT#${productUlid}` }),
    },
    {
      name: 'an offering',
      folder: 'catalog',
      routeId: 'readProductOffering',
      sample: { as: 'technical', params: { id: catalogIds.productOffering } },
      bare: get({ pk: 'CARRIER', sk: `OFFERING#${catalogIds.productOffering}` }),
    },
    {
      name: 'a first page of 20 orders',
      folder: 'orders',
      routeId: 'listProductOrder',
      sample: { as: 'technical', query: { limit: '20' } },
      rows: 20,
      bare: {
        query: {
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': pk, ':from': 'ORDER#', ':to': 'ORDER#~' },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: 21,
        },
      },
    },
  ];
}

/** Times warm functions against the bare calls of the SDK that read the same. */
export async function measureHandlers(
  bundles: ReadonlyMap<string, string>,
  table: string,
  environment: Readonly<Record<string, string>>,
  runs: number,
): Promise<Figure[]> {
  const subjects = subjectsIn(table);
  const tasks = subjects.flatMap(({ name, folder, routeId, sample, rows, bare }): Task[] => [
    {
      name,
      bundle: `${bundles.get(folder) ?? ''}/index.mjs`,
      table,
      event: eventOf(routeId, sample),
      ...(rows === undefined ? {} : { rows }),
    },
    { name: `${name}, bare`, ...bare },
  ]);
  const timesOf = await timeInProcess({ tasks, runs, warmUp: Math.ceil(runs / 4) }, environment);
  return subjects.map(({ name }) => figureOf(name, timesOf(name), timesOf(`${name}, bare`)));
}

function figureOf(name: string, handler: readonly number[], bare: readonly number[]): Figure {
  const limit = target.times * median(bare) + target.milliseconds;
  const both = (of: (times: readonly number[]) => number) =>
    `${of(handler).toFixed(2)} to ${of(bare).toFixed(2)} ms`;
  return {
    name,
    value: `${ratioOf(median(handler) / median(bare))}, ${both(median)}; p99 ${both((times) => quantile(times, 0.99))}`,
    target: `≤ ${ratioOf(target.times)} + ${String(target.milliseconds)} ms (${limit.toFixed(2)} ms)`,
    met: median(handler) <= limit,
  };
}
