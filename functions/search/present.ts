import type * as z from 'zod';
import type { ProductRecord } from '../../shared/product/product-record.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Language } from '../../shared/text.ts';
import type { FoundOrder } from './found-order.ts';
import type { routes } from './routes.ts';

type Found = z.input<typeof routes.search.success.body>;

/** An order as a search result. */
export function presentOrder(order: FoundOrder, language: Language): Found['order'][number] {
  const { state, externalId, items } = order;
  const [first] = items;
  const id = formatEntityId(order);
  return {
    '@type': 'CabinetFoundOrder',
    id,
    href: `/tmf-api/productOrderingManagement/v4/productOrder/${id}`,
    name: first.name[language],
    action: first.action,
    state,
    ...(externalId === undefined ? {} : { externalId }),
  };
}

/** A service as a search result. */
export function presentProduct(product: ProductRecord, language: Language): Found['product'][number] {
  const { name, status, externalId } = product;
  const id = formatEntityId(product);
  return {
    '@type': 'CabinetFoundProduct',
    id,
    href: `/tmf-api/productInventory/v4/product/${id}`,
    name: name[language],
    status,
    ...(externalId === undefined ? {} : { externalId }),
  };
}
