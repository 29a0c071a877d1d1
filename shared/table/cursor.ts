import { invalidRequest } from '../errors.ts';

/** Makes an opaque cursor of the sort key that a page ended at. It holds nothing else: no partition, no tenant. */
export function encodeCursor(sortKey: string): string {
  return Buffer.from(sortKey, 'utf8').toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @param shape what the sort keys of that list look like, so that a forged cursor cannot leave it
 * @throws CabinetError `invalidRequest`
 */
export function decodeCursor(cursor: string, shape: RegExp): string {
  const sortKey = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!shape.test(sortKey)) {
    throw invalidRequest([
      {
        pointer: '?cursor',
        message: {
          ru: 'Возьмите cursor из ссылки next предыдущей страницы',
          en: 'Take the cursor from the next link of the previous page',
        },
      },
    ]);
  }
  return sortKey;
}

/** Sort keys that are a ULID. */
export const ulidShape = /^[0-9A-HJKMNP-TV-Z]{26}$/;
