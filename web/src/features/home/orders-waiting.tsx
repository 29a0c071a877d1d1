import { Anchor, Card, Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle } from '../../kit/icons/alert-triangle.ts';
import { IconCircleCheck } from '../../kit/icons/circle-check.ts';
import { IconHourglass } from '../../kit/icons/hourglass.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../entities/me/me.ts';
import { orderTitle } from '../../entities/order/order-title.ts';
import { DueDate } from '../../entities/order/due-date.tsx';
import { type Order, ordersQuery } from '../../entities/order/order-queries.ts';
import type { OrderSearch } from '../../entities/order/order-search.ts';
import { AnchorLink } from '../../kit/navigation/links.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { LoadingRows } from '../../kit/feedback/loading-rows.tsx';
import { MovedBadge } from './moved-badge.tsx';

/** Number of orders on a card; the link leads to the rest. */
const named = 5;

interface OrdersWaitingProps {
  readonly side: Me['side'];
  readonly lastVisit: string | undefined;
}

/** Orders waiting for the user's side, and orders overdue on either side. */
export function OrdersWaiting({ side, lastVisit }: OrdersWaitingProps) {
  const { t } = useTranslation('home');
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <OrderCard
        title={t('waiting')}
        empty={t('nothingWaits')}
        filter={{ waitingFor: side }}
        icon={<IconHourglass size={18} />}
        color="orange"
        lastVisit={lastVisit}
      />
      <OrderCard
        title={t('overdue')}
        empty={t('nothingOverdue')}
        filter={{ overdue: 'true' }}
        icon={<IconAlertTriangle size={18} />}
        color="red"
        lastVisit={lastVisit}
      />
    </SimpleGrid>
  );
}

interface OrderCardProps {
  readonly title: string;
  readonly empty: string;
  readonly filter: OrderSearch;
  readonly icon: ReactNode;
  readonly color: string;
  readonly lastVisit: string | undefined;
}

function OrderCard({ title, empty, filter, icon, color, lastVisit }: OrderCardProps) {
  const { t } = useTranslation('home');
  const { data, error, isPending, hasNextPage, refetch } = useInfiniteQuery(ordersQuery(filter));
  const orders = data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <Card withBorder component="section" p="lg">
      <Group justify="space-between" mb="md" wrap="nowrap">
        <Group gap="sm" wrap="nowrap">
          <ThemeIcon variant="light" color={orders.length === 0 ? 'gray' : color} aria-hidden>
            {icon}
          </ThemeIcon>
          <Title order={2}>
            {title}
            {orders.length === 0 ? '' : ` · ${String(orders.length)}${hasNextPage ? '+' : ''}`}
          </Title>
        </Group>
        {orders.length > named ? (
          <AnchorLink to="/orders" search={filter} size="sm">
            {t('all')}
          </AnchorLink>
        ) : null}
      </Group>
      {isPending ? <LoadingRows rows={3} /> : null}
      {error === null ? null : (
        <ErrorState
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      )}
      {data !== undefined && orders.length === 0 ? (
        <Group gap="xs" c="dimmed">
          <IconCircleCheck size={18} aria-hidden />
          <Text size="sm">{empty}</Text>
        </Group>
      ) : null}
      <Stack gap="sm">
        {orders.slice(0, named).map((order) => (
          <OrderLine key={order.id} order={order} lastVisit={lastVisit} />
        ))}
      </Stack>
    </Card>
  );
}

function OrderLine({ order, lastVisit }: { order: Order; lastVisit: string | undefined }) {
  const { t } = useTranslation('home');
  const operator = order.relatedParty.find(({ role }) => role === 'customer')?.name;
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Anchor component={Link} to={`/orders/${order.id}`} size="sm" fw={600}>
            {orderTitle(order)}
          </Anchor>
          <MovedBadge order={order} lastVisit={lastVisit} />
        </Group>
        <Text size="xs" c="dimmed">
          {[t(`state.${order.state}`), operator].filter((part) => part !== undefined).join(' · ')}
        </Text>
      </div>
      <div style={{ whiteSpace: 'nowrap' }}>
        <DueDate date={order.dueDate} overdue={order.overdue} />
      </div>
    </Group>
  );
}
