import type * as z from 'zod';
import type { OperatorEvent } from '../../shared/operator/operator-history.ts';
import type { OperatorRecord } from '../../shared/operator/operator-record.ts';
import type { operatorEvent } from './routes.ts';

/** An operator, as the carrier's administrator sees it. */
export function presentOperator(id: string, { name, status, managerSub }: OperatorRecord) {
  return {
    '@type': 'CabinetOperator' as const,
    id,
    name,
    status,
    ...(managerSub === undefined ? {} : { managerSub }),
  };
}

/** A change that the carrier made to an operator. */
export function presentOperatorEvent({
  sequence,
  at,
  by,
  kind,
  change,
  reason,
  operatorName,
}: OperatorEvent): z.input<typeof operatorEvent> {
  const main = change.find(({ field }) => field === mainFields[kind]);
  return {
    '@type': 'CabinetOperatorEvent',
    id: String(sequence),
    sequence,
    at,
    by: by.sub,
    kind,
    ...(main?.before === undefined ? {} : { from: main.before }),
    to: main?.after ?? operatorName,
    ...(reason === undefined ? {} : { reason }),
    ...(kind === 'details' ? { attribute: change.map(({ field }) => field) } : {}),
    change: change.map(({ field, before, after }) => ({ field, before, after })),
  };
}

/** The field that `from` and `to` are about. */
const mainFields = {
  registered: 'name',
  details: 'name',
  status: 'status',
  manager: 'managerSub',
} as const satisfies Record<OperatorEvent['kind'], string>;
