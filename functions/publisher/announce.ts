import type { DomainEvent } from '../../shared/events/domain-event.ts';
import { announceOrder } from './announce-order.ts';
import { announceProduct } from './announce-product.ts';
import { type Child, childOf } from './child.ts';
import type { Change } from './stream-record.ts';

/** Says what an item of a history announces. */
type Announcement = (item: unknown, child: Child) => readonly DomainEvent[];

/**
 * Histories that are announced, by what stands before the first `#` of their items' sort keys. A history is what
 * tells, and not the entity: its items are written once, together with the change that they tell of, and say on whose
 * side it was made (docs/adr/0036).
 */
const announcements: ReadonlyMap<string, Announcement> = new Map([
  ['ORDER/HISTORY', announceOrder],
  ['PRODUCT/HISTORY', announceProduct],
]);

/**
 * The events that a change of the table stands for: none, for whatever nobody outside has to hear of.
 *
 * @throws ZodError where an item that has to be announced is not what it should be
 */
export function announce(change: Change): readonly DomainEvent[] {
  const [kind = ''] = change.sortKey.split('#', 1);
  const announcement = announcements.get(kind);
  const isNew = change.before === undefined && change.after !== undefined;
  if (announcement === undefined || !isNew) return [];
  return announcement(change.after, childOf(change));
}
