import { History } from '../history/history.ts';
import type { Partition } from '../table/partition.ts';
import type { StoredItem, WriteAction } from '../table/table.ts';
import { type ApplicationEvent, applicationEventSchema } from './application-event.ts';

/** The history of the application that a partition belongs to. */
export function applicationHistory(partition: Partition): History<ApplicationEvent> {
  return new History(partition, 'APPLICATION/HISTORY#', applicationEventSchema);
}

/** Index partition (`byState`) of all scan accesses, sorted by time. */
export const scanAccessPartition = 'APPLICATION/SCAN-OPENED';

/** Writes an event of an application. Scan accesses are also indexed. */
export function appendApplicationEvent(
  partition: Partition,
  applicationId: string,
  eventUlid: string,
  event: ApplicationEvent,
): WriteAction {
  const attributes: StoredItem =
    event.kind === 'scanOpened'
      ? { applicationId, statePartition: scanAccessPartition, stateSort: `${event.at}#${eventUlid}` }
      : {};
  return applicationHistory(partition).append(eventUlid, event, attributes);
}
