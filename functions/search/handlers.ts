import { requireOperator } from '../../shared/http/operator-of.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Table } from '../../shared/table/table.ts';
import { presentOrder, presentProduct } from './present.ts';
import { readQuestion } from './question.ts';
import type { routes } from './routes.ts';
import { SearchStore } from './store.ts';

/** Implements the search. */
export function createHandlers({ table }: { readonly table: Table }): Handlers<typeof routes> {
  return {
    search: async ({ scope, query, language }) => {
      const operatorId = requireOperator(scope, query.operatorId);
      const question = readQuestion(query.q);
      const store = new SearchStore(table, scope);
      const [orders, products] = await Promise.all([
        // Support engineers see services but no orders.
        scope.kind === 'support' ? [] : store.orders(operatorId, question),
        store.products(operatorId, question),
      ]);
      return {
        body: {
          '@type': 'CabinetSearch',
          order: orders.map((order) => presentOrder(order, language)),
          product: products.map((product) => presentProduct(product, language)),
        },
      };
    },
  };
}
