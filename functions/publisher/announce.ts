import type { DomainEvent } from '../../shared/events/domain-event.ts';
import { announceProductEvent } from './announce-product.ts';
import type { Change } from './stream-record.ts';

/** What makes events of the changes of one kind of item. */
type Announcement = (change: Change) => readonly DomainEvent[];

/** Kinds of items whose changes are announced, by what stands before the first `#` of their sort key. */
const announcements: ReadonlyMap<string, Announcement> = new Map([['PRODUCT/HISTORY', announceProductEvent]]);

/**
 * The events that a change of the table stands for: none, for items that nobody outside has to hear of.
 *
 * @throws ZodError where an item that has to be announced is not what it should be
 */
export function announce(change: Change): readonly DomainEvent[] {
  const [kind = ''] = change.sortKey.split('#', 1);
  return announcements.get(kind)?.(change) ?? [];
}
