import { Button, Text, Timeline } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../feedback/loading.tsx';
import { ErrorState } from '../feedback/error-state.tsx';
import type { pagedQuery } from '../../api/paged-query.ts';

/** An event of a timeline. */
interface EventLook {
  readonly title: string;
  /** When, and by whom if the title does not say. */
  readonly when: string;
  readonly reason: string | undefined;
  /** What changed, a line each. */
  readonly lines?: readonly { readonly key: string; readonly text: string }[];
}

interface HistoryTimelineProps<Event extends { readonly id: string }> {
  readonly query: ReturnType<typeof pagedQuery<Event>>;
  readonly look: (event: Event) => EventLook;
  /** Shown if there are no events. */
  readonly empty?: string;
}

/** A history that is loaded page by page. */
export function HistoryTimeline<Event extends { readonly id: string }>({
  query,
  look,
  empty,
}: HistoryTimelineProps<Event>): ReactNode {
  const { t } = useTranslation();
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } =
    useInfiniteQuery(query);
  if (isPending) return <Loading />;
  if (data === undefined)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  const events = data.pages.flatMap(({ rows }) => rows);
  if (events.length === 0 && empty !== undefined)
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    );
  return (
    <>
      <Timeline bulletSize={14} lineWidth={2}>
        {events.map((event) => {
          const { title, when, reason, lines = [] } = look(event);
          return (
            <Timeline.Item
              key={event.id}
              title={
                <Text size="sm" fw={600}>
                  {title}
                </Text>
              }
            >
              <Text size="xs" c="dimmed">
                {when}
              </Text>
              {lines.map(({ key, text }) => (
                <Text key={key} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {text}
                </Text>
              ))}
              {reason === undefined ? null : (
                <Text
                  size="sm"
                  mt={4}
                  fs="italic"
                  style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
                >
                  {reason}
                </Text>
              )}
            </Timeline.Item>
          );
        })}
      </Timeline>
      {hasNextPage ? (
        <Button
          variant="subtle"
          size="xs"
          mt="sm"
          loading={isFetchingNextPage}
          onClick={() => {
            void fetchNextPage();
          }}
        >
          {t('list.more')}
        </Button>
      ) : null}
    </>
  );
}
