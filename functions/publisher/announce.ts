import type { DomainEvent } from '../../shared/events/domain-event.ts';
import { announceOrder } from './announce-order.ts';
import { announceProduct } from './announce-product.ts';
import { type Child, childOf } from './child.ts';
import type { Change } from './stream-record.ts';

/** Derives events from an item of a history. */
type Announcement = (item: unknown, child: Child) => readonly DomainEvent[];

/**
 * Histories that are announced, by the prefix of their items' sort keys up to the first `#`. Events come from histories
 * and not from entities: a history's items are written once, in the transaction of the change, and record which side
 * made it (docs/adr/0036).
 */
const announcements: ReadonlyMap<string, Announcement> = new Map([
  ['ORDER/HISTORY', announceOrder],
  ['PRODUCT/HISTORY', announceProduct],
]);

/**
 * Events for a change of the table; none for changes that are not announced.
 *
 * @throws ZodError if an item to announce is invalid
 */
export function announce(change: Change): readonly DomainEvent[] {
  const [kind = ''] = change.sortKey.split('#', 1);
  const announcement = announcements.get(kind);
  const isNew = change.before === undefined && change.after !== undefined;
  if (announcement === undefined || !isNew) return [];
  return announcement(change.after, childOf(change));
}
