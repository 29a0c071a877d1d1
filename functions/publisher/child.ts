import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Change } from './stream-record.ts';

/** The parent of a history item. */
export interface Child {
  readonly operatorId: string;
  /** Its id in the API. */
  readonly parentId: string;
  /** The sequence as the key has it, with leading zeros. */
  readonly sequenceKey: string;
}

/**
 * Reads the key of a child of an operator's entity: `<PARENT>/HISTORY#<parent ulid>#<sequence>`.
 *
 * @throws Error if the key has another format
 */
export function childOf({ partitionKey, sortKey }: Pick<Change, 'partitionKey' | 'sortKey'>): Child {
  const operatorId = operatorIdSchema.parse(/^OP#(.*)$/.exec(partitionKey)?.[1]);
  const [, parentUlid, sequenceKey] = /^[A-Z/]+#([0-9A-Z]{26})#([0-9]{10})$/.exec(sortKey) ?? [];
  if (parentUlid === undefined || sequenceKey === undefined) throw new Error('Not the key of a child');
  return { operatorId, parentId: formatEntityId({ operatorId, ulid: parentUlid }), sequenceKey };
}
