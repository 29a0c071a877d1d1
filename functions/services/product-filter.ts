import type * as z from 'zod';
import type { ProductRecord } from '../../shared/product/product-record.ts';
import type { routes } from './routes.ts';

export type ProductQuery = z.output<typeof routes.listProduct.query>;

type Condition = (product: ProductRecord) => boolean;

/**
 * What of a list's query no key serves, as one condition on a service.
 *
 * @returns undefined where nothing is left to check
 */
export function filterOf(query: ProductQuery): Condition | undefined {
  const conditions = [
    isAmong(query.status, ({ status }) => [status]),
    isAmong(query.productOfferingId, ({ offering }) => [offering.id]),
    isAmong(query.productSpecificationId, ({ specification }) => [specification.id]),
    isAmong(query.categoryId, ({ categoryIds }) => categoryIds),
    isAmong(query.placeId, ({ places }) => places.flatMap(({ id }) => id ?? [])),
    contains(query.placeName, ({ places }) => places.map(({ name }) => name)),
    isWithin('orderDate', query, ({ orderDate }) => orderDate),
    isWithin('startDate', query, ({ startDate }) => startDate),
    isWithin('terminationDate', query, ({ terminationDate }) => terminationDate),
  ].filter((condition) => condition !== undefined);
  if (conditions.length === 0) return undefined;
  return (product) => conditions.every((holds) => holds(product));
}

function isAmong(
  wanted: readonly string[] | undefined,
  valuesOf: (product: ProductRecord) => readonly string[],
): Condition | undefined {
  if (wanted === undefined) return undefined;
  return (product) => valuesOf(product).some((value) => wanted.includes(value));
}

function contains(
  part: string | undefined,
  textsOf: (product: ProductRecord) => readonly string[],
): Condition | undefined {
  if (part === undefined) return undefined;
  const wanted = part.toLowerCase();
  return (product) => textsOf(product).some((text) => text.toLowerCase().includes(wanted));
}

/** A service that has no such date lies in no range of it. */
function isWithin<N extends 'orderDate' | 'startDate' | 'terminationDate'>(
  name: N,
  query: Readonly<Partial<Record<`${N}.${keyof typeof comparisons}`, string | undefined>>>,
  dateOf: (product: ProductRecord) => string | undefined,
): Condition | undefined {
  const bounds = (['gt', 'gte', 'lt', 'lte'] as const).flatMap((comparison) => {
    const bound = query[`${name}.${comparison}`];
    return bound === undefined ? [] : [{ compare: comparisons[comparison], bound: Date.parse(bound) }];
  });
  if (bounds.length === 0) return undefined;
  return (product) => {
    const date = dateOf(product);
    return date !== undefined && bounds.every(({ compare, bound }) => compare(Date.parse(date), bound));
  };
}

const comparisons = {
  gt: (date: number, bound: number) => date > bound,
  gte: (date: number, bound: number) => date >= bound,
  lt: (date: number, bound: number) => date < bound,
  lte: (date: number, bound: number) => date <= bound,
};
