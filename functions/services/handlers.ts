import { expectVersion } from '../../shared/http/expect-version.ts';
import { requireOperator } from '../../shared/http/operator-of.ts';
import type { Handlers } from '../../shared/http/route.ts';
import { actorOf } from '../../shared/order/actor.ts';
import type { ProductRecord } from '../../shared/product/product-record.ts';
import { parseEntityId } from '../../shared/table/entity-id.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Language } from '../../shared/text.ts';
import { presentEvent } from './present-event.ts';
import { presentProduct } from './present-product.ts';
import type { ProductResource } from './product-resource.ts';
import type { routes } from './routes.ts';
import { ProductStore } from './store.ts';
import { changeStatus } from './transition.ts';
import { WordingCache } from './wording-cache.ts';

interface Dependencies {
  readonly table: Table;
  readonly clock: () => Date;
  readonly ids: Ids;
}

/** Implements the routes about services. */
export function createHandlers({ table, clock, ids }: Dependencies): Handlers<typeof routes> {
  const wordings = new WordingCache(table, clock);

  const present = async (
    products: readonly ProductRecord[],
    language: Language,
  ): Promise<ProductResource[]> => {
    const wording = await wordings.of(products.map(({ offering }) => offering.id));
    const now = clock();
    return products.map((product) =>
      presentProduct(product, { wording: wording.get(product.offering.id) ?? [], language, now }),
    );
  };

  const presentOne = async (product: ProductRecord, language: Language): Promise<ProductResource> => {
    const [resource] = await present([product], language);
    if (resource === undefined) throw new Error('No resource for the service');
    return resource;
  };

  return {
    listProduct: async ({ scope, query, language }) => {
      const { entities, next, total } = await new ProductStore(table, scope).list(
        requireOperator(scope, query.operatorId),
        query,
      );
      return { body: await present(entities, language), next, total };
    },

    readProduct: async ({ scope, params, language }) => {
      const product = await new ProductStore(table, scope).read(parseEntityId(params.id));
      return { body: await presentOne(product, language), version: product.version };
    },

    transitionProduct: async ({ scope, params, body: { state, reason }, ifMatch, language, requestId }) => {
      const store = new ProductStore(table, scope);
      const before = await store.read(parseEntityId(params.id));
      expectVersion(ifMatch, before.version);
      const product = changeStatus(before, state);
      const change = [{ field: 'status', before: before.status, after: product.status }];
      const cause = { by: actorOf(scope), at: clock().toISOString(), requestId };
      await store.change(product, { kind: 'status', change, reason }, cause, ids());
      return { body: await presentOne(product, language), version: product.version };
    },

    listProductHistory: async ({ scope, params, query }) => {
      const { entities, next, total } = await new ProductStore(table, scope).history(
        parseEntityId(params.id),
        query,
      );
      return { body: entities.map(presentEvent), next, total };
    },
  };
}
