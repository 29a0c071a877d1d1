import type { HistoryEntry } from '../../shared/history/history.ts';
import type { OperatorEvent } from '../../shared/operator/operator-history.ts';
import type { OperatorRecord } from '../../shared/operator/operator-record.ts';

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
export function presentOperatorEvent({ id, event }: HistoryEntry<OperatorEvent>) {
  const { at, by, change, from, to, reason, attribute } = event;
  return {
    '@type': 'CabinetOperatorEvent' as const,
    id,
    at,
    by: by.sub,
    change,
    ...(from === undefined ? {} : { from }),
    to,
    ...(reason === undefined ? {} : { reason }),
    ...(attribute === undefined ? {} : { attribute }),
  };
}
