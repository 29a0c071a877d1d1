import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client.ts';
import { ApiError, unwrap } from '../../../api/problem.ts';
import { ordersPath, type Order } from '../../../entities/order/order-queries.ts';
import type { BuiltOrder } from './build-order.ts';
import type { Findings } from './server-problems.ts';
import { validationQuery } from './validation-query.ts';

/** Outcome of sending an order. */
export type Outcome =
  | { readonly kind: 'created'; readonly order: Order }
  /** Refused by the API, or not sent because of the dry run's problems. */
  | { readonly kind: 'refused'; readonly message: string; readonly findings: Findings }
  /** An order with the same key and other contents has already arrived. */
  | { readonly kind: 'sentBefore' }
  /** No answer, or a server error: the order may have arrived. */
  | { readonly kind: 'unanswered' }
  /** It failed before anything was sent. */
  | { readonly kind: 'unsent' };

/**
 * Checks an order and sends it. Never throws: the user sees the outcome and can send it again.
 *
 * @param idempotencyKey key of the draft
 */
export async function submitOrder(
  built: BuiltOrder,
  idempotencyKey: string,
  queryClient: QueryClient,
): Promise<Outcome> {
  const validation = validationQuery(built);
  const { queryKey } = validation;
  try {
    // Without a network the form's own check is paused, and this one would wait for the network together with it.
    if (queryClient.getQueryState(queryKey)?.fetchStatus === 'paused')
      await queryClient.cancelQueries({ queryKey, exact: true });
    const { problems } = await queryClient.query({
      ...validation,
      retry: false,
      // Without a network it fails immediately.
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

/** Meaning of an error answer; undefined for a server error or no answer. */
function refusalOf(error: unknown, built: BuiltOrder): Outcome | undefined {
  if (!(error instanceof ApiError) || error.status >= 500 || error.status === 429) return undefined;
  if (error.code === 'idempotencyKeyReused') return { kind: 'sentBefore' };
  return { kind: 'refused', message: error.message, findings: { built, problems: error.problems } };
}
