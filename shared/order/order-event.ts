import * as z from 'zod';
import { signedInActorSchema } from '../history/actor.ts';
import type { FieldChange } from '../history/field-change.ts';
import { type Happening, historyItemShape } from '../history/history-item.ts';

/** Kinds of events of an order. A transition moves items to another state, or changes their promised date. */
export const orderEventKinds = ['created', 'changed', 'transition', 'cancellationRequested'] as const;

/** An event of an order's history. */
export const orderEventSchema = z.object({
  ...historyItemShape,
  by: signedInActorSchema,
  kind: z.enum(orderEventKinds),
  /** State of the order after the event, whether it changed or not. */
  state: z.string(),
  /** Cancellation request that was made or decided, by its id in the API, with its state before and after. */
  cancellation: z.object({ id: z.string(), from: z.string().optional(), to: z.string() }).optional(),
});

export type OrderEvent = z.infer<typeof orderEventSchema>;

/** What happened to an order. */
export type OrderHappening = Happening<OrderEvent>;

/** The change of an order's state, as part of an event; none if the state stays the same. */
export function stateChange(before: string | undefined, after: string): FieldChange[] {
  return before === after ? [] : [{ field: 'state', before, after }];
}

/** The changes of an event by what they are about: state of the order, states of items, and other fields. */
export function partsOf({ kind, state, change }: Pick<OrderHappening, 'kind' | 'state' | 'change'>) {
  const own = change.find(({ item, field }) => item === undefined && field === 'state');
  return {
    previousState: own === undefined && kind !== 'created' ? state : own?.before,
    items: change.flatMap(({ item, field, before, after }) =>
      item !== undefined && field === 'state' && after !== undefined ? [{ item, before, after }] : [],
    ),
    fields: change.filter(({ field }) => field !== 'state'),
  };
}
