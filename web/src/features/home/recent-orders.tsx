import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDistance } from '../../kit/format/format.ts';
import { orderTitle } from '../../entities/order/order-title.ts';
import { ordersQuery } from '../../entities/order/order-queries.ts';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { lastMoveOf } from './last-move.ts';
import { MovedBadge } from './moved-badge.tsx';

/** The newest orders, marking those that have changed since the last visit. */
export function RecentOrders({ lastVisit }: { lastVisit: string | undefined }) {
  const { t } = useTranslation('home');
  const { data } = useInfiniteQuery(ordersQuery({}));
  const orders = data?.pages[0]?.rows.slice(0, 6) ?? [];
  if (orders.length === 0) return null;
  return (
    <Card withBorder component="section" p="lg">
      <Group justify="space-between" mb="md">
        <Title order={2}>{t('recent')}</Title>
        <Anchor component={Link} to="/orders" size="sm">
          {t('all')}
        </Anchor>
      </Group>
      <Stack gap="sm">
        {orders.map((order) => (
          <Group key={order.id} justify="space-between" gap="xs">
            <div>
              <Group gap="xs">
                <Anchor component={Link} to={`/orders/${order.id}`} size="sm" fw={600}>
                  {orderTitle(order)}
                </Anchor>
                <MovedBadge order={order} lastVisit={lastVisit} />
              </Group>
              <Text size="xs" c="dimmed">
                {formatDistance(lastMoveOf(order))}
              </Text>
            </div>
            <StateBadge state={order.state} />
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
