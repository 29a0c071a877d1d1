import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { isWrite } from '../../shared/http/route.ts';
import { type Operation, operations } from '../samples/capabilities.ts';
import { putEveryItem } from '../samples/every-item.ts';
import { sampleOf } from '../samples/every-sample.ts';
import { httpPayload } from '../samples/http-payload.ts';
import { invokeHttp } from '../samples/in-process.ts';
import type { Figure } from './figures.ts';
import { recordCalls } from './recorded-calls.ts';

/** Where the world of the samples is. */
export interface World {
  readonly documents: DynamoDBDocumentClient;
  readonly name: string;
  /** Makes the accounts what they were in the beginning. */
  readonly restore: () => void;
}

const reads: ReadonlySet<string> = new Set(['GetItem', 'BatchGetItem', 'Query']);

/** How many calls of each kind a warm function may make. */
interface Allowance {
  readonly reads: number;
  readonly transactions: number;
  /** To the user pool and to buckets. */
  readonly others: number;
}

/**
 * Routes that need more than others do. An order may change a service and leave it to the cabinet to know its
 * offering; a change of an offering publishes it again with what only its own record names; a search looks through
 * several indexes at once (docs/adr/0040). What approving an application does, or would do, depends on the operator with
 * its ИНН; it is two transactions around the accounts of its people (docs/adr/0070). A scan is erased with its record.
 */
const maxCalls: ReadonlyMap<string, Partial<Allowance>> = new Map([
  ['createProductOrder', { reads: 2 }],
  ['validateProductOrder', { reads: 2 }],
  ['changeProductOffering', { reads: 2 }],
  ['search', { reads: 4 }],
  ['readAccessApplication', { reads: 3 }],
  ['createAccessApplicationAttachment', { reads: 2 }],
  ['removeAccessApplicationAttachment', { others: 1 }],
  ['removeApplicationAttachment', { others: 1 }],
  ['removeOrderAttachment', { others: 1 }],
  // The download is recorded before the link is issued.
  ['openOrderAttachment', { transactions: 1 }],
  ['openAccessApplicationAttachment', { transactions: 1 }],
  // Two people: the group, and for each the account and its groups.
  ['approveAccessApplication', { reads: 4, transactions: 2, others: 11 }],
  // The user pool is asked for what it alone knows, and changed between two transactions (docs/adr/0052).
  ['listPerson', { others: 1 }],
  ['readPerson', { others: 2 }],
  // Two of the others ask whether the caller is an administrator still.
  ['invitePerson', { reads: 3, transactions: 2, others: 5 }],
  ['invitePersonAgain', { others: 5 }],
  ['changePerson', { transactions: 2, others: 5 }],
  ['removePerson', { reads: 3, transactions: 2, others: 6 }],
  ['createMachineAccount', { transactions: 2, others: 6 }],
  ['revokeMachineAccount', { others: 5 }],
  ['listCarrierPerson', { others: 1 }],
  // A page of activities, and the names in it.
  ['listActivity', { reads: 2 }],
  // The user pool knows an operator by a group, which is looked at before the record is written, and kept after.
  ['createOrganization', { others: 3 }],
  ['changeOrganization', { others: 2 }],
  // The operator, both portfolios, its open orders by the index and by their keys, its requests for cancellation, and
  // when it was assigned; the pool is asked whether the manager is one.
  ['assignOperator', { reads: 6, transactions: 2, others: 2 }],
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

async function send(operation: Operation, { documents, name, restore }: World): Promise<readonly string[]> {
  restore();
  await putEveryItem({ documents, name });
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

/** How many calls a warm function may make for a route. */
export function allowedCalls({ routeId, route }: Operation): Allowance {
  return { reads: 1, transactions: isWrite(route) ? 1 : 0, others: 0, ...maxCalls.get(routeId) };
}

/** How many reads and transactions there are among calls, and how many of anything else. */
export function countCalls(calls: readonly string[]): Allowance {
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
        ...(allowed.transactions === 0 ? [] : [`≤ ${allowed.transactions} transactions`]),
        ...(allowed.others === 0 ? [] : [`≤ ${allowed.others} others`]),
      ].join(', '),
      met:
        counted.reads <= allowed.reads &&
        counted.transactions <= allowed.transactions &&
        counted.others <= allowed.others,
    });
  }
  return figures;
}
