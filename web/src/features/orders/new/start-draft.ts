import type { Ok } from '../../../api/contract.ts';
import { omitUndefined } from '../../../api/omit-undefined.ts';
import { addItem, emptyDraft, type ItemDraft, type OrderDraft } from './draft.ts';
import type { NewOrderSearch } from './new-order-search.ts';

export type CopiedOrder = Ok<'/tmf-api/productOrderingManagement/v4/productOrder/{id}'>;
type CopiedItem = CopiedOrder['productOrderItem'][number];

/** The initial order for a URL. */
export function startDraft(
  { offering, modify, disconnect }: NewOrderSearch,
  copied: CopiedOrder | undefined,
  idempotencyKey: string,
): OrderDraft {
  const draft = emptyDraft(idempotencyKey);
  if (copied !== undefined) return copyOrder(draft, copied);
  if (offering !== undefined) return addItem(draft, { action: 'add', offeringId: offering });
  if (modify !== undefined) return addItem(draft, { action: 'modify', productId: modify });
  if (disconnect !== undefined) return addItem(draft, { action: 'delete', productId: disconnect });
  return draft;
}

/** A copy of an earlier order, without its reference, dates and notes. */
function copyOrder(
  draft: OrderDraft,
  { description, notificationContact, ...copied }: CopiedOrder,
): OrderDraft {
  const items = copied.productOrderItem.flatMap(copyItem);
  const ids = new Set(items.map(({ id }) => id));
  return {
    ...draft,
    description: description ?? '',
    notificationContact: notificationContact ?? '',
    items: items.map((item) =>
      item.reliesOn === undefined || ids.has(item.reliesOn) ? item : { ...item, reliesOn: undefined },
    ),
  };
}

function copyItem({
  id,
  action,
  product,
  productOffering,
  productOrderItemRelationship,
}: CopiedItem): ItemDraft[] {
  const reliesOn = productOrderItemRelationship?.find(
    ({ relationshipType }) => relationshipType === 'reliesOn',
  )?.id;
  const common = { id, ...omitUndefined({ reliesOn }) };
  const values = Object.fromEntries(
    (product.productCharacteristic ?? []).map(({ name, value }) => [name, value]),
  );
  if (action === 'add') {
    const places = (product.place ?? []).map(({ role, name, id: placeId }) => ({
      role,
      name,
      ...omitUndefined({ id: placeId }),
    }));
    return [{ ...common, action, offeringId: productOffering.id, values, places }];
  }
  if (product.id === undefined || action === 'noChange') return [];
  return action === 'modify'
    ? [{ ...common, action, productId: product.id, values }]
    : [{ ...common, action, productId: product.id }];
}
