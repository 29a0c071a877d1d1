import type { DomainEvent } from '../../shared/events/domain-event.ts';
import { productEventSchema } from '../../shared/product/product-record.ts';
import type { Child } from './child.ts';
import { createEvent } from './create-event.ts';

/** Events of an item of a service's history. */
export function announceProduct(item: unknown, child: Child): readonly DomainEvent[] {
  const { at: eventTime, by, kind, from, to } = productEventSchema.parse(item);
  const { side } = by;
  const product = { type: 'product', id: child.parentId } as const;
  if (kind === 'change') {
    return [createEvent('ProductAttributeValueChangeEvent', product, child, { eventTime, side })];
  }
  if (from === undefined) {
    return [createEvent('ProductCreateEvent', product, child, { eventTime, side, state: to })];
  }
  const step = { state: to, previousState: from };
  return [createEvent('ProductStateChangeEvent', product, child, { eventTime, side, ...step })];
}
