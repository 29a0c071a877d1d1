import {
  type DomainEvent,
  type DomainEventType,
  type EventResource,
  eventResource,
} from '../../shared/events/domain-event.ts';
import type { Child } from './child.ts';

/** Attributes of an event other than its type and resource. */
type Details = Omit<DomainEvent, 'eventId' | 'eventType' | 'operatorId' | 'resource'>;

/** An event for an item of a history. Its id derives from that item, so repeated deliveries have the same id. */
export function createEvent(
  eventType: DomainEventType,
  { type, id }: { readonly type: EventResource; readonly id: string },
  { operatorId, sequenceKey }: Child,
  details: Details,
): DomainEvent {
  return {
    eventId: `${eventType}/${id}/${sequenceKey}`,
    eventType,
    operatorId,
    resource: eventResource(type, id),
    ...details,
  };
}
