import { Anchor, Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDistance } from '../../format/format.ts';
import { orderTitle } from '../../orders/order-title.ts';
import { type Order, ordersQuery } from '../../orders/order-queries.ts';
import { StateBadge } from '../../states/state-badge.tsx';
import { rememberVisit } from './last-visit.ts';

/** The newest orders, with what moved since the reader was last here. */
export function RecentOrders() {
  const { t } = useTranslation();
  const [lastVisit] = useState(rememberVisit);
  const { data } = useInfiniteQuery(ordersQuery({}));
  const orders = data?.pages[0]?.rows.slice(0, 6) ?? [];
  if (orders.length === 0) return null;
  return (
    <Card withBorder component="section" p="lg">
      <Group justify="space-between" mb="md">
        <Title order={2}>{t('home.recent')}</Title>
        <Anchor component={Link} to="/orders" size="sm">
          {t('home.all')}
        </Anchor>
      </Group>
      <Stack gap="sm">
        {orders.map((order) => {
          const moved = lastMoveOf(order);
          return (
            <Group key={order.id} justify="space-between" gap="xs">
              <div>
                <Group gap="xs">
                  <Anchor component={Link} to={`/orders/${order.id}`} size="sm" fw={600}>
                    {orderTitle(order, t)}
                  </Anchor>
                  {lastVisit !== undefined && moved > lastVisit ? (
                    <Badge size="sm" variant="filled" tt="none">
                      {t('home.new')}
                    </Badge>
                  ) : null}
                </Group>
                <Text size="xs" c="dimmed">
                  {formatDistance(moved)}
                </Text>
              </div>
              <StateBadge state={order.state} />
            </Group>
          );
        })}
      </Stack>
    </Card>
  );
}

/** When something that shows last happened to an order: a milestone reached, a note, its end. */
function lastMoveOf({ orderDate, completionDate, cancellationDate, milestone, note }: Order): string {
  const moments = [
    orderDate,
    completionDate,
    cancellationDate,
    ...milestone.map(({ actualDate }) => actualDate),
    ...note.map(({ date }) => date),
  ];
  return moments
    .flatMap((moment) => moment ?? [])
    .reduce((latest, moment) => (moment > latest ? moment : latest), orderDate);
}
