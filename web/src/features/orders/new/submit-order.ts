import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { ApiError, unwrap } from '../../../api/problem.ts';
import { ordersPath, type Order } from '../../../entities/order/order-queries.ts';
import type { BuiltOrder } from './build-order.ts';
import type { Findings } from './server-problems.ts';
import { validationQuery } from './validation-query.ts';

/** What came of sending an order. */
export type Outcome =
  | { readonly kind: 'created'; readonly order: Order }
  /** The cabinet said no; an order that was not even sent because of the dry run is one of these. */
  | { readonly kind: 'refused'; readonly message: string; readonly findings: Findings }
  /** An order with the same key, and other contents, has arrived before. */
  | { readonly kind: 'sentBefore' }
  /** No answer, or one that says nothing: the order may have arrived. */
  | { readonly kind: 'unanswered' }
  /** It failed before anything was sent. */
  | { readonly kind: 'unsent' };

/**
 * Checks an order and sends it. Never throws: whatever happens, the person reads it and can send it again.
 *
 * @param idempotencyKey key of the draft
 */
export async function submitOrder(
  built: BuiltOrder,
  idempotencyKey: string,
  queryClient: QueryClient,
): Promise<Outcome> {
  try {
    const { problems } = await queryClient.query({
      ...validationQuery(built),
      retry: false,
      // Without a network it fails at once, and says so.
      networkMode: 'always',
    });
    if (problems.length > 0) return { kind: 'refused', message: '', findings: { built, problems } };
  } catch (error) {
    return refusalOf(error, built) ?? { kind: 'unsent' };
  }
  try {
    const result = await api.POST(ordersPath, {
      headers: { 'idempotency-key': idempotencyKey },
      body: built.body,
    });
    return { kind: 'created', order: unwrap(result) };
  } catch (error) {
    return refusalOf(error, built) ?? { kind: 'unanswered' };
  }
}

/** What an error answer means; nothing is meant by one of the server's own failures, nor by silence. */
function refusalOf(error: unknown, built: BuiltOrder): Outcome | undefined {
  if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) return undefined;
  if (error.code === 'idempotencyKeyReused') return { kind: 'sentBefore' };
  return { kind: 'refused', message: error.message, findings: { built, problems: error.problems } };
}
