import { Button, Text, Timeline } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../format/format.ts';
import { Loading } from '../states/loading.tsx';
import { isKnownState } from '../states/state-badge.tsx';
import { Failure } from '../states/states.tsx';
import { type ServiceEvent, serviceHistoryQuery } from './service-queries.ts';

/** What happened to a service: when, by which side, and why. */
export function ServiceHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    serviceHistoryQuery(id),
  );
  if (isPending) return <Loading />;
  if (error !== null)
    return (
      <Failure
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  const events = data.pages.flatMap(({ rows }) => rows);
  return (
    <>
      <Timeline bulletSize={14} lineWidth={2}>
        {events.map((event) => (
          <Timeline.Item key={event.id} title={<EventTitle event={event} />}>
            <Text size="xs" c="dimmed">
              {formatDateTime(event.at)} · {t(`side.${event.side}`)}
            </Text>
            {event.reason === undefined ? null : (
              <Text size="sm" mt={2}>
                {event.reason}
              </Text>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
      {hasNextPage ? (
        <Button
          variant="subtle"
          size="xs"
          mt="sm"
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

function EventTitle({ event }: { event: ServiceEvent }) {
  const { t } = useTranslation();
  const name =
    event.kind === 'status' && isKnownState(event.to) ? t(`state.${event.to}`) : t('services.changed');
  return (
    <Text size="sm" fw={600}>
      {name}
    </Text>
  );
}
