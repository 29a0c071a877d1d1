import { type CabinetError, invalidRequest } from '../errors.ts';

/** Makes an opaque cursor of the sort key that a page ended at. It holds nothing else: no partition, no tenant. */
export function encodeCursor(sortKey: string): string {
  return Buffer.from(sortKey, 'utf8').toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @param bounds first and last sort key of the list, inclusive, so that a forged cursor cannot leave it
 * @throws CabinetError `invalidRequest`
 */
export function decodeCursor(
  cursor: string,
  { from, to }: { readonly from: string; readonly to: string },
): string {
  const bytes = Buffer.from(cursor, 'base64url');
  const isInside =
    bytes.length > 0 &&
    Buffer.compare(bytes, Buffer.from(from)) >= 0 &&
    Buffer.compare(bytes, Buffer.from(to)) <= 0;
  const sortKey = bytes.toString('utf8');
  // A sort key ends with a ULID, so that its predecessor is known; that of any other character is not.
  if (isInside && /[\x21-\x7e]$/.test(sortKey) && encodeCursor(sortKey) === cursor) return sortKey;
  throw wrongCursor();
}

/** The error for a cursor that no list has given. */
export function wrongCursor(): CabinetError {
  return invalidRequest([
    {
      pointer: '?cursor',
      message: {
        ru: 'Возьмите cursor из ссылки next предыдущей страницы',
        en: 'Take the cursor from the next link of the previous page',
      },
    },
  ]);
}
