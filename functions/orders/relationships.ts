import type { Problem } from '../../shared/errors.ts';
import type { OrderItemRequest } from './order-request.ts';

type Related = Pick<OrderItemRequest, 'id' | 'productOrderItemRelationship'>;

/** Reports references between items that are dangling, to the item itself, or circular. */
export function problemsOfRelationships(items: readonly Related[]): Problem[] {
  const ids = new Set(items.map(({ id }) => id));
  return items.flatMap((item, index) =>
    (item.productOrderItemRelationship ?? []).flatMap(({ id, relationshipType }, place): Problem[] => {
      const pointer = `/productOrderItem/${index}/productOrderItemRelationship/${place}/id`;
      if (!ids.has(id)) {
        const list = [...ids].filter((other) => other !== item.id).join(', ');
        return [
          {
            pointer,
            message: {
              ru: `В заявке нет такой позиции; есть: ${list}`,
              en: `The order has no such item; there are: ${list}`,
            },
          },
        ];
      }
      if (id === item.id) {
        return [
          {
            pointer,
            message: { ru: 'Позиция не может ссылаться на саму себя', en: 'An item cannot refer to itself' },
          },
        ];
      }
      if (relationshipType !== 'reliesOn' || !reliesOn(items, id, item.id)) return [];
      return [
        {
          pointer,
          message: {
            ru: `Позиции зависят друг от друга по кругу: ${item.id} и ${id}`,
            en: `The items depend on each other in a cycle: ${item.id} and ${id}`,
          },
        },
      ];
    }),
  );
}

/** Whether one item depends on another, directly or through others. */
function reliesOn(items: readonly Related[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const next = [from];
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const relationships = items.find((item) => item.id === id)?.productOrderItemRelationship ?? [];
    next.push(
      ...relationships
        .filter(({ relationshipType }) => relationshipType === 'reliesOn')
        .map((relationship) => relationship.id),
    );
  }
  return false;
}
