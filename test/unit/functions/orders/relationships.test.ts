import fc from 'fast-check';
import { expect, it } from 'vitest';
import { problemsOfRelationships } from '../../../../functions/orders/relationships.ts';

type Relationship = { id: string; relationshipType: 'reliesOn' | 'bundles' };
const item = (id: string, ...relationships: Relationship[]) => ({
  id,
  productOrderItemRelationship: relationships,
});
const reliesOn = (id: string): Relationship => ({ id, relationshipType: 'reliesOn' });
const bundles = (id: string): Relationship => ({ id, relationshipType: 'bundles' });

it('reports a dangling reference and lists the valid targets', () => {
  expect(problemsOfRelationships([item('1'), item('2', reliesOn('3'))])).toEqual([
    {
      pointer: '/productOrderItem/1/productOrderItemRelationship/0/id',
      message: expect.objectContaining({ en: 'The order has no such item; there are: 1' }) as unknown,
    },
  ]);
});

it('refuses an item that refers to itself', () => {
  expect(problemsOfRelationships([item('1', bundles('1'))])).toHaveLength(1);
});

it('lets items bundle each other, which is not a dependency cycle', () => {
  expect(problemsOfRelationships([item('1', bundles('2')), item('2', bundles('1'))])).toEqual([]);
});

it('reports every edge of a cycle', () => {
  const circle = [
    item('1', reliesOn('2')),
    item('2', reliesOn('3')),
    item('3', reliesOn('1')),
    item('4', reliesOn('1')),
  ];
  expect(problemsOfRelationships(circle).map(({ pointer }) => pointer)).toEqual([
    '/productOrderItem/0/productOrderItemRelationship/0/id',
    '/productOrderItem/1/productOrderItemRelationship/0/id',
    '/productOrderItem/2/productOrderItemRelationship/0/id',
  ]);
});

it('finds a cycle exactly where the items cannot be sorted topologically', () => {
  const graphs = fc
    .integer({ min: 1, max: 8 })
    .chain((count) =>
      fc
        .array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 12 })
        .map((arrows) => ({ count, arrows })),
    );
  fc.assert(
    fc.property(graphs, ({ count, arrows }) => {
      const others = arrows.filter(([from, to]) => from !== to);
      const items = Array.from({ length: count }, (_, index) =>
        item(
          String(index),
          ...others.filter(([from]) => from === index).map(([, to]) => reliesOn(String(to))),
        ),
      );
      expect(problemsOfRelationships(items).length > 0).toBe(!canBeSorted(count, others));
    }),
  );
});

/** Repeatedly removes items that depend on none of the remaining ones. */
function canBeSorted(count: number, arrows: readonly (readonly [number, number])[]): boolean {
  let left = Array.from({ length: count }, (_, index) => index);
  for (;;) {
    const next = left.filter((from) => arrows.some(([source, to]) => source === from && left.includes(to)));
    if (next.length === left.length) return next.length === 0;
    left = next;
  }
}
