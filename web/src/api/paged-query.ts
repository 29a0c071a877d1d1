import { infiniteQueryOptions } from '@tanstack/react-query';
import { nextCursorOf, unwrap } from './problem.ts';

/** One page of a list, as the API answers it. */
export interface PageResult<Row> {
  readonly data?: readonly Row[];
  readonly error?: object;
  readonly response: Response;
}

/**
 * A list that is read page by page, as the API's `next` links lead.
 *
 * @param read asks for the page that begins at a cursor
 */
export function pagedQuery<Row>(
  queryKey: readonly unknown[],
  read: (cursor: string | undefined) => Promise<PageResult<Row>>,
) {
  const first: string | undefined = undefined;
  return infiniteQueryOptions({
    queryKey,
    initialPageParam: first,
    queryFn: async ({ pageParam }: { pageParam: string | undefined }) => {
      const result = await read(pageParam);
      return {
        rows: unwrap(result),
        next: nextCursorOf(result.response),
        total: result.response.headers.get('x-total-count'),
      };
    },
    getNextPageParam: ({ next }) => next,
  });
}
