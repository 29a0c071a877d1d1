import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from '../feedback/error-state.tsx';
import { LoadingRows } from '../feedback/loading-rows.tsx';
import type { pagedQuery } from '../../api/paged-query.ts';
import { type Column, ResourceList } from './resource-list.tsx';

interface PagedListProps<Row> {
  readonly label: string;
  readonly query: ReturnType<typeof pagedQuery<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Shown for an empty list. */
  readonly empty: ReactNode;
}

/** A list with its states: loading, failed, empty, loaded. */
export function PagedList<Row>({ label, query, columns, keyOf, empty }: PagedListProps<Row>) {
  const result = useInfiniteQuery(query);
  const { isFetchingNextPage, hasNextPage, fetchNextPage, refetch } = result;
  if (result.isPending) return <LoadingRows />;
  if (result.isLoadingError)
    return (
      <ErrorState
        error={result.error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  const rows = result.data.pages.flatMap((page) => page.rows);
  // A filter may find nothing on its first page and something on the next.
  if (rows.length === 0 && !hasNextPage) return empty;
  const more = () => {
    void fetchNextPage();
  };
  return (
    <ResourceList
      label={label}
      rows={rows}
      columns={columns}
      keyOf={keyOf}
      onMore={hasNextPage ? more : undefined}
      loadingMore={isFetchingNextPage}
    />
  );
}
