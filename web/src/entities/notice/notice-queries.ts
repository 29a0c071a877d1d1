import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Ok, Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap } from '../../api/problem.ts';
import { pagedQuery } from '../../api/paged-query.ts';

export const noticesPath = '/cabinet/v1/notice';
export const noticePath = `${noticesPath}/{id}` as const;

export type Notice = Row<typeof noticesPath>;
export type ManagedNotice = Ok<typeof noticePath>;

/** The carrier's notices that are in force, in the reader's language. */
export const noticesQuery = queryOptions({
  queryKey: ['notices', 'inForce'],
  queryFn: async () => unwrap(await api.GET(noticesPath)),
});

/** All notices, by end time, latest first. */
export const managedNoticesQuery = {
  ...pagedQuery<ManagedNotice>(['notices', 'managed'], (cursor) =>
    api.GET(`${noticesPath}/managed`, { params: { query: omitUndefined({ limit: 50, cursor }) } }),
  ),
  staleTime: 0,
};

/**
 * Puts a notice into the list as it was saved, a new one at the top: the API reads the list from an index, which may
 * not contain the change yet.
 */
export async function showSaved(client: QueryClient, saved: ManagedNotice): Promise<void> {
  const { queryKey } = managedNoticesQuery;
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, (before) => {
    if (before === undefined) return undefined;
    const isListed = before.pages.some(({ rows }) => rows.some(({ id }) => id === saved.id));
    const pages = before.pages.map((page, index) => ({
      ...page,
      rows:
        isListed || index > 0
          ? page.rows.map((row) => (row.id === saved.id ? saved : row))
          : [saved, ...page.rows],
    }));
    return { ...before, pages };
  });
  await client.invalidateQueries({ queryKey: noticesQuery.queryKey });
}

/** One notice as it is now. @throws ApiError */
export async function readNotice(id: string): Promise<ManagedNotice> {
  return unwrap(await api.GET(noticePath, { params: { path: { id } } }));
}

/** Id of the notice to change, and its expected version. */
export function about({ id, version }: Pick<ManagedNotice, 'id' | 'version'>) {
  return { path: { id }, header: { 'If-Match': `"${String(version)}"` } };
}
