import type * as z from 'zod';
import type { Partition } from '../table/partition.ts';
import type { WriteAction } from '../table/table.ts';
import {
  applicationItem,
  applicationKey,
  type ApplicationRecord,
  applicationStatusKey,
  type applicationStatusSchema,
} from './application-record.ts';

/**
 * Writes that every change of an application includes: the record and the public status. Some events are no change of the
 * application, so its version stays; the record is only replaced if there were none of them either.
 *
 * @param before as it was read; undefined for a new application
 * @param after with the next version, unless it is new
 */
export function writeApplication(
  partition: Partition,
  before: ApplicationRecord | undefined,
  after: ApplicationRecord,
): readonly WriteAction[] {
  const state = before?.state;
  return [
    {
      put: applicationKey(partition),
      item: applicationItem(after),
      expect:
        before === undefined
          ? 'absent'
          : { attributes: { version: before.version, historySequence: before.historySequence } },
    },
    {
      put: applicationStatusKey(after.id),
      item: statusOf(after),
      expect: state === undefined ? 'absent' : { attributes: { state } },
    },
  ];
}

function statusOf({
  state,
  updatedAt,
  dueAt,
  eraseAt,
}: ApplicationRecord): z.infer<typeof applicationStatusSchema> {
  return { schemaVersion: 1, state, updatedAt, dueAt, eraseAt };
}
