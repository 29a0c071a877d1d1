import { sideOf } from '../../shared/auth/scope.ts';
import { invalidRequest } from '../../shared/errors.ts';
import { expectVersion } from '../../shared/http/expect-version.ts';
import { operatorOf } from '../../shared/http/operator-of.ts';
import type { Handlers } from '../../shared/http/route.ts';
import { parseEntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import { retryOnConflict } from '../../shared/table/retry-on-conflict.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Language } from '../../shared/text.ts';
import { ServiceMoved } from './actions.ts';
import { actorOf, type OrderScope } from '../../shared/order/actor.ts';
import { requestCancellation } from './cancellation.ts';
import { CancellationStore } from './cancellation-store.ts';
import { changeOrder } from './change-order.ts';
import { checkOrder, refuseProblems } from './check-order.ts';
import { createOrder } from './create-order.ts';
import type { OrderListQuery } from './list-query.ts';
import { addNote } from './note.ts';
import { orderDateOf, type OrderRecord } from './order-record.ts';
import { presentCancellation, presentEvent } from './present-event.ts';
import { presentNote, presentOrder } from './present-order.ts';
import { presentValidation } from './present-validation.ts';
import type { routes } from './routes.ts';
import { OrderStore } from './store.ts';
import { moveItems } from './transition.ts';

interface Dependencies {
  readonly table: Table;
  readonly clock: () => Date;
  readonly ids: Ids;
}

/** Implements the routes about orders. */
export function createHandlers({ table, clock, ids }: Dependencies): Handlers<typeof routes> {
  const ordersOf = (scope: OrderScope) => new OrderStore(table, scope, ids);
  const cancellationsOf = (scope: OrderScope) => new CancellationStore(table, scope, ids);
  const answer = (order: OrderRecord, scope: OrderScope, language: Language) => ({
    body: presentOrder(order, { language, now: clock(), side: sideOf(scope) }),
    version: order.version,
  });
  const announce = (order: OrderRecord, scope: OrderScope, language: Language) => {
    const { body, version } = answer(order, scope, language);
    return { body, version, location: body.href };
  };

  /** The cause of a request's changes, and the time at which they are checked. */
  const causedBy = (scope: OrderScope, requestId: string) => {
    const now = clock();
    const by = actorOf(scope);
    return { now, by, cause: { by, at: now.toISOString(), requestId } };
  };

  /**
   * Changes an order; if a service has events that the order does not know of, reads both again and retries once.
   *
   * @param change makes the change and saves it
   */
  const changeKnowingServices = async <Result>(
    store: OrderStore,
    order: OrderRecord,
    ifMatch: number | undefined,
    change: (order: OrderRecord) => Promise<Result>,
  ): Promise<Result> => {
    expectVersion(ifMatch, order.version);
    try {
      return await change(order);
    } catch (error) {
      if (!(error instanceof ServiceMoved)) throw error;
      const current = await store.readWithServices(order);
      expectVersion(ifMatch, current.version);
      return change(current);
    }
  };

  return {
    listProductOrder: async ({ scope, query, language }) => {
      const { entities, next, total } = await list(ordersOf(scope), scope, query, clock());
      return { body: entities.map((order) => answer(order, scope, language).body), next, total };
    },

    readProductOrder: async ({ scope, params, language }) =>
      answer(await ordersOf(scope).read(parseEntityId(params.id)), scope, language),

    createProductOrder: async ({ scope, body: request, creation, language, requestId }) => {
      const store = ordersOf(scope);
      const items = request.productOrderItem;
      const { earlier, found } = await store.loadReferencesOnce(creation, scope.operatorId, items);
      if (earlier !== undefined) return earlier;
      const checked = checkOrder(request, found, clock());
      refuseProblems(checked);
      const products = [...found.products.values()];
      const created = createOrder({ request, checked, products, scope, actor: actorOf(scope), ids });
      // The submission time is the time in the id.
      const cause = { ...causedBy(scope, requestId).cause, at: orderDateOf(created.order) };
      return creation.save(
        store.creationActions(created, found, cause),
        announce(created.order, scope, language),
      );
    },

    changeProductOrder: async ({ scope, params, body: patch, ifMatch, language, requestId }) => {
      const store = ordersOf(scope);
      const id = parseEntityId(params.id);
      const { order, terms } =
        patch.productOrderItem === undefined
          ? { order: await store.read(id), terms: new Map() }
          : await store.readWithTerms(id);
      return changeKnowingServices(store, order, ifMatch, async (current) => {
        const { now, cause } = causedBy(scope, requestId);
        const changed = changeOrder({ order: current, patch, terms, now });
        if (changed !== undefined) await store.change(changed, cause);
        return answer(changed?.order ?? current, scope, language);
      });
    },

    transitionProductOrder: async ({ scope, params, body: request, ifMatch, language, requestId }) => {
      const store = ordersOf(scope);
      const order = await store.read(parseEntityId(params.id));
      return changeKnowingServices(store, order, ifMatch, async (current) => {
        const { now, cause } = causedBy(scope, requestId);
        const changed = moveItems({ order: current, request, side: sideOf(scope), now, ids });
        await store.change(changed, cause);
        return answer(changed.order, scope, language);
      });
    },

    validateProductOrder: async ({ scope, body: request, language }) => {
      const now = clock();
      const known = await ordersOf(scope).loadReferences(scope.operatorId, request.productOrderItem);
      return { body: presentValidation(checkOrder(request, known, now), request, { language, now }) };
    },

    // A note does not depend on the state of the order, so it is retried if the order changes in the meantime.
    createProductOrderNote: ({ scope, params, body: { text }, creation, language, requestId }) =>
      retryOnConflict(async () => {
        const store = ordersOf(scope);
        const { earlier, found: order } = await store.readOnce(creation, parseEntityId(params.id));
        if (earlier !== undefined) return earlier;
        const { now, by, cause } = causedBy(scope, requestId);
        const noted = addNote(order, { text, ulid: ids(), by, now });
        return creation.save(store.noteActions(noted, cause), {
          body: presentNote(noted.note, language),
          version: noted.order.version,
          location: `/cabinet/v1/productOrder/${params.id}/note`,
        });
      }),

    listProductOrderNote: async ({ scope, params, query, language }) => {
      const { entities, next, total } = await ordersOf(scope).notes(parseEntityId(params.id), query);
      return { body: entities.map((note) => presentNote(note, language)), next, total };
    },

    listProductOrderHistory: async ({ scope, params, query, language }) => {
      const { entities, next, total } = await ordersOf(scope).history(parseEntityId(params.id), query);
      return { body: entities.map((event) => presentEvent(event, language)), next, total };
    },

    listCancelProductOrder: async ({ scope, query }) => {
      const operatorId = operatorOf(scope, query.operatorId);
      const { entities, next, total } = await cancellationsOf(scope).list(operatorId, query);
      return { body: entities.map(presentCancellation), next, total };
    },

    readCancelProductOrder: async ({ scope, params }) => {
      const cancellation = await cancellationsOf(scope).read(parseEntityId(params.id));
      return { body: presentCancellation(cancellation), version: cancellation.version };
    },

    createCancelProductOrder: async ({ scope, body: request, creation, requestId }) => {
      const id = parseEntityId(request.productOrder.id);
      const { earlier, found: order } = await ordersOf(scope).readOnce(creation, id);
      if (earlier !== undefined) return earlier;
      const { now, by, cause } = causedBy(scope, requestId);
      const requested = requestCancellation({ order, request, ulid: ids(), by, now });
      const body = presentCancellation(requested.cancellation);
      return creation.save(cancellationsOf(scope).requestActions(requested, cause), {
        body,
        version: requested.cancellation.version,
        location: body.href,
      });
    },
  };
}

/** An operator's orders, or, for an account manager who names no operator, the work queue, which has its own sort order. */
function list(store: OrderStore, scope: OrderScope, query: OrderListQuery, now: Date) {
  const operatorId = operatorOf(scope, query.operatorId);
  if (operatorId !== undefined) return store.list(operatorId, query, now);
  if (query.sort === undefined) return store.queue(query, now);
  throw invalidRequest([
    {
      pointer: '?sort',
      message: {
        ru: 'Очередь работ отсортирована по сроку; для другой сортировки укажите оператора: operatorId=…',
        en: 'The work queue is sorted by due date; to sort it differently, specify an operator: operatorId=…',
      },
    },
  ]);
}
