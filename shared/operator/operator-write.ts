import { withNextEvent } from '../history/history-item.ts';
import type { Partition } from '../table/partition.ts';
import type { WriteAction } from '../table/table.ts';
import { replaceVersion } from '../table/write-actions.ts';
import { operatorKey } from './operator-key.ts';
import { operatorItem, type OperatorRecord } from './operator-record.ts';

/** An operator's id and partition. */
interface OperatorPlace {
  readonly operatorId: string;
  readonly partition: Partition;
}

/** Replaces an operator's record with its next version, which is an event of its history. */
export function replaceOperator(
  { operatorId, partition }: OperatorPlace,
  record: OperatorRecord,
  change: Partial<OperatorRecord>,
): { readonly next: OperatorRecord; readonly action: WriteAction } {
  const next = withNextEvent({ ...record, ...change, version: record.version + 1 });
  return { next, action: replaceVersion(operatorKey(partition), operatorItem(operatorId, next)) };
}
