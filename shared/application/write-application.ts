import type * as z from 'zod';
import { CabinetError } from '../errors.ts';
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
 * The part of a transaction that every change of an application shares: the record, and what its reference code alone
 * tells of it.
 *
 * @param before as it was read; undefined where it begins with this write
 * @param after with the next version, unless it begins
 */
export function writeApplication(
  partition: Partition,
  before: ApplicationRecord | undefined,
  after: ApplicationRecord,
): readonly WriteAction[] {
  const refusal = new CabinetError('concurrentChange');
  const { version, state } = before ?? {};
  return [
    {
      put: applicationKey(partition),
      item: applicationItem(after),
      expect: version === undefined ? 'absent' : { version },
      refusal,
    },
    {
      put: applicationStatusKey(after.id),
      item: statusOf(after),
      expect: state === undefined ? 'absent' : { attributes: { state } },
      refusal,
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
