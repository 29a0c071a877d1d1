import * as z from 'zod';
import { operatorKey } from './operator-key.ts';
import { operatorItem, type OperatorRecord } from './operator-record.ts';
import type { Partition } from '../table/partition.ts';
import type { StoredItem, WriteAction } from '../table/table.ts';

/** An operator's record, and the item that it was read from. */
export interface StoredOperator {
  readonly record: OperatorRecord;
  readonly item: StoredItem;
}

/** Where an operator stands, and how it is called there. */
interface OperatorPlace {
  readonly operatorId: string;
  readonly partition: Partition;
}

/** The next version of a record, in the place of the one that was read. */
export function replaceOperator(
  { operatorId, partition }: OperatorPlace,
  { item, record }: StoredOperator,
  change: Partial<OperatorRecord>,
): { readonly next: OperatorRecord; readonly action: WriteAction } {
  const next = { ...record, ...change, version: record.version + 1 };
  const action: WriteAction = {
    put: operatorKey(partition),
    item: operatorItem(operatorId, next),
    expect: expectationOf(item),
  };
  return { next, action };
}

/** Records that were made before they were counted have no version to expect. */
function expectationOf({ version, status, name }: StoredItem): WriteAction['expect'] {
  return version === undefined ? { attributes: { status, name } } : { version: z.int().parse(version) };
}
