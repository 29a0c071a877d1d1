import { CabinetError } from '../errors.ts';

/** An entity's address: whose it is, and which one. */
export interface EntityId {
  readonly operatorId: string;
  readonly ulid: string;
}

/** Writes an id for the wire: `<operatorId>-<ulid>`, so that who may read across operators still reads by key. */
export function formatEntityId({ operatorId, ulid }: EntityId): string {
  return `${operatorId}-${ulid}`;
}

/**
 * Reads an id from the wire.
 *
 * @throws CabinetError `notFound` if it has not the shape of an id, since nothing can exist under it
 */
export function parseEntityId(id: string): EntityId {
  const [, operatorId, ulid] = /^([a-z0-9]{2,32})-([0-9A-HJKMNP-TV-Z]{26})$/.exec(id) ?? [];
  if (operatorId === undefined || ulid === undefined) throw new CabinetError('notFound');
  return { operatorId, ulid };
}
