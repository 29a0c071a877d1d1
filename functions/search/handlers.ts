import type { OperatorScope, PortfolioScope, SupportScope } from '../../shared/auth/scope.ts';
import { invalidRequest } from '../../shared/errors.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Table } from '../../shared/table/table.ts';
import { presentOrder, presentProduct } from './present.ts';
import { readQuestion } from './question.ts';
import type { routes } from './routes.ts';
import { SearchStore } from './store.ts';

/** Implements the one search box. */
export function createHandlers({ table }: { readonly table: Table }): Handlers<typeof routes> {
  return {
    search: async ({ scope, query: { q, operatorId }, language }) => {
      const whose = operatorOf(scope, operatorId);
      const question = readQuestion(q);
      const store = new SearchStore(table, scope);
      const [orders, products] = await Promise.all([
        // Support engineers see services and no orders, here as elsewhere.
        scope.kind === 'support' ? [] : store.orders(whose, question),
        store.products(whose, question),
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

/**
 * Whose orders and services are searched.
 *
 * @throws CabinetError `invalidRequest` where somebody of the carrier does not say it: keys begin with the operator,
 *   and a search across operators would be one query for each of them
 */
function operatorOf(
  scope: OperatorScope | PortfolioScope | SupportScope,
  wanted: string | undefined,
): string {
  if (wanted !== undefined) return wanted;
  if (scope.kind === 'operator') return scope.operatorId;
  throw invalidRequest([
    {
      pointer: '?operatorId',
      message: {
        ru: 'Укажите оператора, у которого искать, например operatorId=alfa',
        en: 'Say whose orders and services to search, such as operatorId=alfa',
      },
    },
  ]);
}
