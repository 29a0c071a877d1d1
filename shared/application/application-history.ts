import { History } from '../history/history.ts';
import type { Cause } from '../history/history-item.ts';
import type { Partition } from '../table/partition.ts';
import type { StoredItem } from '../table/item.ts';
import type { WriteAction } from '../table/table.ts';
import {
  type ApplicationEvent,
  applicationEventSchema,
  type ApplicationHappening,
} from './application-event.ts';
import type { ApplicationRecord } from './application-record.ts';

/** The history of the application that a partition belongs to. */
export function applicationHistory(partition: Partition): History<ApplicationEvent> {
  return new History(partition, 'APPLICATION/HISTORY#', applicationEventSchema);
}

/** Index partition (`byState`) of all scan accesses, sorted by time. */
export const scanAccessPartition = 'APPLICATION/SCAN-OPENED';

/**
 * Writes an event of an application. Scan accesses are also indexed.
 *
 * @param application as it is after the event
 */
export function appendApplicationEvent(
  partition: Partition,
  { id, historySequence }: Pick<ApplicationRecord, 'id' | 'historySequence'>,
  cause: Cause<ApplicationEvent['by']>,
  happening: ApplicationHappening,
): WriteAction {
  const attributes: StoredItem =
    happening.kind === 'scanOpened'
      ? {
          applicationId: id,
          statePartition: scanAccessPartition,
          stateSort: `${cause.at}#${id}#${historySequence}`,
        }
      : {};
  return applicationHistory(partition).append({ historySequence }, cause, happening, attributes);
}
