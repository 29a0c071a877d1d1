import { type DomainEvent, eventResource } from '../../shared/events/domain-event.ts';
import { productEventSchema } from '../../shared/product/product-record.ts';
import { childOf } from './child.ts';
import type { Change } from './stream-record.ts';

/**
 * What happened to a service. Its history is what tells: an item that is written once, together with the change and
 * never again, and that says on whose side it was made.
 */
export function announceProductEvent(change: Change): readonly DomainEvent[] {
  if (change.before !== undefined || change.after === undefined) return [];
  const { at, side, kind, from, to } = productEventSchema.parse(change.after);
  const { operatorId, parentId, ulid } = childOf(change);
  const occurrence = {
    eventId: `product/${parentId}/${ulid}`,
    eventTime: at,
    operatorId,
    side,
    resource: eventResource('product', parentId),
  };
  if (kind === 'change') return [{ ...occurrence, eventType: 'ProductAttributeValueChangeEvent' }];
  if (from === undefined) return [{ ...occurrence, eventType: 'ProductCreateEvent', state: to }];
  return [{ ...occurrence, eventType: 'ProductStateChangeEvent', state: to, previousState: from }];
}
