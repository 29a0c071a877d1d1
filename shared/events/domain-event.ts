import * as z from 'zod';
import { operatorIdSchema } from '../auth/membership.ts';
import { dateTime } from '../tmf/resource.ts';

/** `source` of our events on the bus. */
export const eventSource = 'operator-cabinet';

/** All event types that are published, by TM Forum's names: the `detail-type`s on the bus. */
export const domainEventTypes = [
  'ProductOrderCreateEvent',
  'ProductOrderStateChangeEvent',
  'ProductOrderAttributeValueChangeEvent',
  'CancelProductOrderCreateEvent',
  'CancelProductOrderStateChangeEvent',
  'ProductCreateEvent',
  'ProductStateChangeEvent',
  'ProductAttributeValueChangeEvent',
] as const;

/** Paths of the resources that events refer to. */
const paths = {
  productOrder: '/tmf-api/productOrderingManagement/v4/productOrder',
  cancelProductOrder: '/tmf-api/productOrderingManagement/v4/cancelProductOrder',
  product: '/tmf-api/productInventory/v4/product',
} as const;

/**
 * Detail of every event: what happened to which resource, when, and on which side. It contains ids and states, but no texts
 * written by users and no personal data: consumers read the resource with their own permissions.
 */
export const domainEventSchema = z.strictObject({
  /** Identifies the event: the same for every delivery, so that consumers can detect duplicates. */
  eventId: z.string().min(1).max(200),
  eventType: z.enum(domainEventTypes),
  /**
   * Number of the history item that it was made from, in the history of the order or the service: events of one resource
   * are ordered by it. Events of one item share it; a cancellation request has the numbers of its order.
   */
  sequence: z.int().positive(),
  /** When it happened. */
  eventTime: dateTime,
  operatorId: operatorIdSchema,
  /** Who caused it. */
  side: z.enum(['operator', 'carrier', 'system']),
  resource: z.strictObject({
    type: z.enum(['productOrder', 'cancelProductOrder', 'product']),
    id: z.string(),
    href: z.string(),
  }),
  /** Current state of the resource. */
  state: z.string().optional(),
  /** Previous state of the resource, if it has changed. */
  previousState: z.string().optional(),
  /** For an order: items whose state has changed. */
  items: z
    .array(z.strictObject({ itemId: z.string(), state: z.string(), previousState: z.string().optional() }))
    .optional(),
  /** Attributes of the resource, or of one of its items, that have changed. */
  changed: z.array(z.strictObject({ itemId: z.string().optional(), attribute: z.string() })).optional(),
});

export type DomainEvent = z.infer<typeof domainEventSchema>;
export type DomainEventType = DomainEvent['eventType'];
export type EventResource = DomainEvent['resource']['type'];

/** Reference of an event to a resource. */
export function eventResource(type: EventResource, id: string): DomainEvent['resource'] {
  return { type, id, href: `${paths[type]}/${id}` };
}
