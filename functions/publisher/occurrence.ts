import {
  type DomainEvent,
  type DomainEventType,
  type EventResource,
  eventResource,
} from '../../shared/events/domain-event.ts';
import type { Child } from './child.ts';

/** What an event says beside what it is called and what it is about. */
type Details = Pick<DomainEvent, 'eventTime' | 'side' | 'state' | 'previousState' | 'items' | 'changed'>;

/** An event that an item of a history stands for. Its id follows from that item alone, however often it comes. */
export function occurrence(
  eventType: DomainEventType,
  { type, id }: { readonly type: EventResource; readonly id: string },
  { operatorId, ulid }: Child,
  details: Details,
): DomainEvent {
  return {
    eventId: `${eventType}/${id}/${ulid}`,
    eventType,
    operatorId,
    resource: eventResource(type, id),
    ...details,
  };
}
