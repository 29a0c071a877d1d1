import * as z from 'zod';
import { withNextEvent } from '../history/history-item.ts';
import { operatorKey } from './operator-key.ts';
import { operatorItem, type OperatorRecord } from './operator-record.ts';
import type { Partition } from '../table/partition.ts';
import type { StoredItem, WriteAction } from '../table/table.ts';

/** An operator's record with the item that it was read from. */
export interface StoredOperator {
  readonly record: OperatorRecord;
  readonly item: StoredItem;
}

/** An operator's id and partition. */
interface OperatorPlace {
  readonly operatorId: string;
  readonly partition: Partition;
}

/** Replaces an operator's record with its next version, which is an event of its history. */
export function replaceOperator(
  { operatorId, partition }: OperatorPlace,
  { item, record }: StoredOperator,
  change: Partial<OperatorRecord>,
): { readonly next: OperatorRecord; readonly action: WriteAction } {
  const next = withNextEvent({ ...record, ...change, version: record.version + 1 });
  const action: WriteAction = {
    put: operatorKey(partition),
    item: operatorItem(operatorId, next),
    expect: expectationOf(item),
  };
  return { next, action };
}

/** Records from before versions were introduced have no version to expect. */
function expectationOf({ version, status, name }: StoredItem): WriteAction['expect'] {
  return version === undefined ? { attributes: { status, name } } : { version: z.int().parse(version) };
}
