import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import type { Change } from './stream-record.ts';

/** Identity of a child item and its parent. */
export interface Child {
  readonly operatorId: string;
  /** Id of its parent in the API. */
  readonly parentId: string;
  readonly ulid: string;
}

/**
 * Reads the key of a child of an operator's entity: `<PARENT>/<KIND>#<parent ulid>#<child ulid>`.
 *
 * @throws Error if the key has another format
 */
export function childOf({ partitionKey, sortKey }: Pick<Change, 'partitionKey' | 'sortKey'>): Child {
  const operatorId = operatorIdSchema.parse(/^OP#(.*)$/.exec(partitionKey)?.[1]);
  const [, parentUlid, ulid] = /^[A-Z/]+#([0-9A-Z]{26})#([0-9A-Z]{26})$/.exec(sortKey) ?? [];
  if (parentUlid === undefined || ulid === undefined) throw new Error('Not the key of a child');
  return { operatorId, parentId: formatEntityId({ operatorId, ulid: parentUlid }), ulid };
}
