import type { CabinetError } from '../errors.ts';
import type { StoredItem } from './item.ts';
import type { ItemKey, VersionedItem, WriteAction } from './table.ts';

/** Writes an item whose key must be free. */
export function insert(key: ItemKey, item: StoredItem, refusal?: CabinetError): WriteAction {
  return { put: key, item, expect: 'absent', refusal };
}

/** Writes the next version of an item, provided that the version before is still the stored one. */
export function replaceVersion(key: ItemKey, item: VersionedItem, refusal?: CabinetError): WriteAction {
  return { put: key, item, expect: { version: item.version - 1 }, refusal };
}

/** Inserts the first version of an item, and replaces the version before by any later one. */
export function putVersion(key: ItemKey, item: VersionedItem): WriteAction {
  return item.version === 1 ? insert(key, item) : replaceVersion(key, item);
}

/** Removes an item, provided that it still has this version. */
export function removeVersion(key: ItemKey, version: number): WriteAction {
  return { remove: key, expect: { version } };
}
