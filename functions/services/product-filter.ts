import type * as z from 'zod';
import { allOf, type Condition, isAmong, isWithin } from '../../shared/http/list-condition.ts';
import type { ProductRecord } from '../../shared/product/product-record.ts';
import type { routes } from './routes.ts';

export type ProductQuery = z.output<typeof routes.listProduct.query>;

/**
 * The filters that the keys do not cover, as one condition on a service.
 *
 * @returns undefined if nothing is left to check
 */
export function filterOf(query: ProductQuery): Condition<ProductRecord> | undefined {
  return allOf<ProductRecord>([
    ...isAmong(query.status, ({ status }: ProductRecord) => [status]),
    ...isAmong(query.productOfferingId, ({ offering }: ProductRecord) => [offering.id]),
    ...isAmong(query.productSpecificationId, ({ specification }: ProductRecord) => [specification.id]),
    ...isAmong(query.categoryId, ({ categoryIds }: ProductRecord) => categoryIds),
    ...isAmong(query.placeId, ({ places }: ProductRecord) => places.map(({ id }) => id)),
    ...isNamed(query.placeName),
    ...isWithin('orderDate', query, ({ orderDate }: ProductRecord) => orderDate),
    ...isWithin('startDate', query, ({ startDate }: ProductRecord) => startDate),
    ...isWithin('terminationDate', query, ({ terminationDate }: ProductRecord) => terminationDate),
  ]);
}

/** The condition that the name of one of its places contains this text. */
function isNamed(part: string | undefined): Condition<ProductRecord>[] {
  if (part === undefined) return [];
  const wanted = part.toLowerCase();
  return [({ places }) => places.some(({ name }) => name.toLowerCase().includes(wanted))];
}
