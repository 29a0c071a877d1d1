import { nextCursorOf, unwrap } from './problem.ts';
import type { PageResult } from './paged-query.ts';

/**
 * Reads all pages of a list that users choose from. Only for lists that stay short, such as a catalogue or a portfolio.
 *
 * @param read asks for the page that begins at a cursor
 * @throws ApiError
 */
export async function readAll<Row>(
  read: (cursor: string | undefined) => Promise<PageResult<Row>>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const result = await read(cursor);
    rows.push(...unwrap(result));
    cursor = nextCursorOf(result.response);
  } while (cursor !== undefined);
  return rows;
}
