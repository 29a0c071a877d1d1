import {
  applicationKey,
  type ApplicationRecord,
  applicationRecordSchema,
} from '../../shared/application/application-record.ts';
import { isDueForErasure } from '../../shared/application/erasure.ts';
import type { ApplicantScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { Table } from '../../shared/table/table.ts';

/**
 * The application that a secret gives access to.
 *
 * @throws CabinetError `notFound`
 */
export async function readApplication(
  table: Table,
  scope: ApplicantScope,
  id: string,
  now: Date,
): Promise<ApplicationRecord> {
  const item = await table.get(applicationKey(Partition.ofApplication(scope, id)));
  const application = item === undefined ? undefined : applicationRecordSchema.parse(item);
  const isOpen = application?.secretHash === scope.secretHash && !isDueForErasure(application, now);
  if (application === undefined || !isOpen) throw new CabinetError('notFound');
  return application;
}
