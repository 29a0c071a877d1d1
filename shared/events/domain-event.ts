import * as z from 'zod';
import { operatorIdSchema } from '../auth/membership.ts';
import { dateTime } from '../tmf/resource.ts';

/** `source` of every event of ours on the bus. */
export const eventSource = 'operator-cabinet';

/** Everything that is ever announced, by TM Forum's names of notifications: the `detail-type`s of the bus. */
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

/** Where the resources that an event can be about are read. */
const addresses = {
  productOrder: '/tmf-api/productOrderingManagement/v4/productOrder',
  cancelProductOrder: '/tmf-api/productOrderingManagement/v4/cancelProductOrder',
  product: '/tmf-api/productInventory/v4/product',
} as const;

/**
 * Detail of every event: what happened to what, when, and on whose side. It names things and holds none of them, no
 * text that somebody wrote and nothing about a person: who needs more reads the resource, within its own rights.
 */
export const domainEventSchema = z.strictObject({
  /** The same for every delivery of one event, and for no other event: what a consumer recognises repetition by. */
  eventId: z.string().min(1).max(200),
  eventType: z.enum(domainEventTypes),
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
  /** State that the resource is in now. */
  state: z.string().optional(),
  /** State that it was in before, where that was another. */
  previousState: z.string().optional(),
  /** Of an order: items that went into another state. */
  items: z
    .array(z.strictObject({ itemId: z.string(), state: z.string(), previousState: z.string().optional() }))
    .optional(),
  /** Attributes of the resource, or of one of its items, that have another value now. */
  changed: z.array(z.strictObject({ itemId: z.string().optional(), attribute: z.string() })).optional(),
});

export type DomainEvent = z.infer<typeof domainEventSchema>;
export type DomainEventType = DomainEvent['eventType'];
export type EventResource = DomainEvent['resource']['type'];

/** A resource, as an event names it. */
export function eventResource(type: EventResource, id: string): DomainEvent['resource'] {
  return { type, id, href: `${addresses[type]}/${id}` };
}
