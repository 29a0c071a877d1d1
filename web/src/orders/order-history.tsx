import { Button, Text, Timeline } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../format/format.ts';
import { Loading } from '../states/loading.tsx';
import { isKnownState } from '../states/state-badge.tsx';
import { Failure } from '../states/states.tsx';
import { type OrderEvent, orderHistoryQuery, type OrderItem } from './order-queries.ts';

/** Everything that happened to an order: who, when, why, and from what to what. */
export function OrderHistory({ id, items }: { id: string; items: readonly OrderItem[] }) {
  const { t } = useTranslation();
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    orderHistoryQuery(id),
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
          <Timeline.Item
            key={event.id}
            title={
              <Text size="sm" fw={600}>
                {event.author}
              </Text>
            }
          >
            <Text size="xs" c="dimmed">
              {formatDateTime(event.date)}
            </Text>
            <EventLines event={event} items={items} />
            {event.reason === undefined ? null : (
              <Text size="sm" mt={4} fs="italic">
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

/** What an event changed, a line each: states of items, dates and other attributes with their old values. */
function EventLines({ event, items }: { event: OrderEvent; items: readonly OrderItem[] }) {
  const { t } = useTranslation();
  const nameOf = (itemId: string | undefined) =>
    items.length > 1 ? (items.find(({ id }) => id === itemId)?.product.name ?? itemId) : undefined;
  const state = (value: string | undefined) =>
    value !== undefined && isKnownState(value) ? t(`state.${value}`) : t('orders.submitted');
  const lines = [
    ...(event.item ?? []).map(({ id, from, to }) => ({
      id: `${id} state`,
      name: nameOf(id),
      text: from === undefined ? state(to) : `${state(from)} → ${state(to)}`,
    })),
    ...(event.change ?? []).map(({ itemId, attribute, from, to }) => ({
      id: `${itemId ?? ''} ${attribute}`,
      name: nameOf(itemId),
      text: `${attributeName(attribute)}: ${valueOf(from)} → ${valueOf(to)}`,
    })),
  ];
  function attributeName(attribute: string): string {
    const known = attributeNames.find((name) => name === attribute);
    return known === undefined ? attribute : t(`orders.attribute.${known}`);
  }
  return lines.map(({ id, name, text }) => (
    <Text key={id} size="sm">
      {name === undefined ? '' : `${name}: `}
      {text}
    </Text>
  ));
}

const attributeNames = [
  'expectedCompletionDate',
  'requestedCompletionDate',
  'requestedStartDate',
  'externalId',
  'description',
  'priority',
  'notificationContact',
  'category',
] as const;

/** An old or new value; dates as people write them. */
function valueOf(value: string | undefined): string {
  if (value === undefined) return '—';
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? formatDate(value) : value;
}
