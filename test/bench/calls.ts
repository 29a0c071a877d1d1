import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { isWrite } from '../../shared/http/route.ts';
import { type Operation, operations } from '../samples/capabilities.ts';
import { sampleOf } from '../samples/every-sample.ts';
import { httpPayload } from '../samples/http-payload.ts';
import { invokeHttp } from '../samples/in-process.ts';
import type { Figure } from './figures.ts';
import { putEveryItem } from './put-items.ts';
import { recordCalls } from './recorded-calls.ts';

/** Where the world of the samples is. */
export interface World {
  readonly documents: DynamoDBDocumentClient;
  readonly name: string;
}

const reads: ReadonlySet<string> = new Set(['GetItem', 'BatchGetItem', 'Query']);

/**
 * Routes that need more than one read. An order may change a service and leave it to the cabinet to know its
 * offering; a change of an offering publishes it again with what only its own record names; a search looks through
 * several indexes at once (docs/adr/0040).
 */
const mostReads: ReadonlyMap<string, number> = new Map([
  ['createProductOrder', 2],
  ['validateProductOrder', 2],
  ['changeProductOffering', 2],
  ['search', 4],
]);

/**
 * Names the calls to AWS that a warm function makes for the sample of a route, in their order. The items of the
 * samples' world are put back before, since samples of writes change them.
 *
 * @throws Error where the sample is not answered with success
 */
export async function callsOf(operation: Operation, world: World): Promise<readonly string[]> {
  await send(operation, world);
  return send(operation, world);
}

async function send(operation: Operation, { documents, name }: World): Promise<readonly string[]> {
  await putEveryItem(documents, name);
  const event = httpPayload(operation, sampleOf(operation));
  // A key of its own, or the second time would be answered from the first one's record.
  const key = event.headers['idempotency-key'] === undefined ? {} : { 'idempotency-key': randomUUID() };
  const { calls, result } = await recordCalls(() =>
    invokeHttp(operation.capability, { ...event, headers: { ...event.headers, ...key } }),
  );
  if (result.statusCode !== operation.route.success.status)
    throw new Error(`${operation.routeId} answered ${String(result.statusCode)}: ${result.body ?? ''}`);
  return calls;
}

/** How many reads and transactions a warm function may make for a route. */
export function allowedCalls({ routeId, route }: Operation): { reads: number; transactions: number } {
  return { reads: mostReads.get(routeId) ?? 1, transactions: isWrite(route) ? 1 : 0 };
}

/** How many reads and transactions there are among calls, and how many of anything else. */
export function countCalls(calls: readonly string[]): {
  reads: number;
  transactions: number;
  others: number;
} {
  const readCalls = calls.filter((call) => reads.has(call)).length;
  const transactions = calls.filter((call) => call === 'TransactWriteItems').length;
  return { reads: readCalls, transactions, others: calls.length - readCalls - transactions };
}

/** Counts the calls of every route of every capability. */
export async function measureCalls(world: World): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const operation of operations) {
    const calls = await callsOf(operation, world);
    const allowed = allowedCalls(operation);
    const counted = countCalls(calls);
    figures.push({
      name: `${operation.route.method} ${operation.route.path}`,
      value: calls.length === 0 ? 'none' : calls.join(', '),
      target: [
        allowed.reads === 1 ? '≤ 1 read' : `≤ ${String(allowed.reads)} reads`,
        ...(allowed.transactions === 0 ? [] : ['≤ 1 transaction']),
      ].join(', '),
      met:
        counted.reads <= allowed.reads &&
        counted.transactions <= allowed.transactions &&
        counted.others === 0,
    });
  }
  return figures;
}
