import type { DomainEvent } from '../../shared/events/domain-event.ts';
import { productEventSchema } from '../../shared/product/product-history.ts';
import type { Child } from './child.ts';
import { createEvent } from './create-event.ts';

/** Events of an item of a service's history. */
export function announceProduct(item: unknown, child: Child): readonly DomainEvent[] {
  const { sequence, at: eventTime, by, kind, change } = productEventSchema.parse(item);
  const product = { type: 'product', id: child.parentId } as const;
  const details = { sequence, eventTime, side: by.side };
  if (kind === 'change') {
    return [createEvent('ProductAttributeValueChangeEvent', product, child, details)];
  }
  const { before, after: state } = change[0] ?? {};
  if (before === undefined) return [createEvent('ProductCreateEvent', product, child, { ...details, state })];
  const step = { state, previousState: before };
  return [createEvent('ProductStateChangeEvent', product, child, { ...details, ...step })];
}
