import { Badge, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '../../kit/icons/plus.ts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';
import { formatDate } from '../../kit/format/format.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import { FilterBar } from '../../kit/list/filter-bar.tsx';
import { PagedList } from '../../kit/list/paged-list.tsx';
import { type Column } from '../../kit/list/resource-list.tsx';
import { TypedFilter } from '../../kit/list/typed-filter.tsx';
import { OperatorPicker } from '../../entities/operator/operator-picker.tsx';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { DueDate } from '../../entities/order/due-date.tsx';
import { orderNumber } from '../../entities/order/order-number.ts';
import { type Order, ordersQuery } from '../../entities/order/order-queries.ts';
import { type OrderSearch, orderStates } from '../../entities/order/order-search.ts';
import { notablePriority } from './priorities.ts';
import { WaitingFor } from './waiting-for.tsx';

/** Orders of the operator; for an account manager without a chosen operator, the work queue. */
export default function OrdersPage() {
  const { t } = useTranslation('orders');
  const { data: me } = useSuspenseQuery(meQuery);
  const search = useSearch({ from: '/cabinet/orders' });
  const navigate = useNavigate({ from: '/orders' });
  const choose = (change: { readonly [K in keyof OrderSearch]?: OrderSearch[K] | undefined }) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const carrier = me.side === 'carrier';
  const filtered = Object.values(search).some((value) => value !== undefined);
  const order = carrier ? null : (
    <Button component={Link} to="/catalog" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('order.new')}
    </Button>
  );
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <div>
          <Title order={1}>{t(carrier ? 'nav.queue' : 'nav.orders')}</Title>
          {carrier && search.operatorId === undefined ? (
            <Text c="dimmed" size="sm">
              {t('queueText')}
            </Text>
          ) : null}
        </div>
        {order}
      </Group>
      <FilterBar
        filtered={filtered}
        onReset={() => {
          void navigate({ search: {}, replace: true });
        }}
      >
        {carrier ? (
          <OperatorPicker
            value={search.operatorId}
            onChange={(operatorId) => {
              choose({ operatorId });
            }}
          />
        ) : null}
        <ChoiceFilter
          label={t('column.state')}
          choices={orderStates.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          value={search.state}
          onChange={(state) => {
            choose({ state });
          }}
        />
        <ChoiceFilter
          label={t('waitingFor')}
          choices={[
            { value: 'operator', label: t('forOperator') },
            { value: 'carrier', label: t('forCarrier') },
          ]}
          value={search.waitingFor}
          onChange={(waitingFor) => {
            choose({ waitingFor });
          }}
        />
        <TypedFilter
          label={t('order.ownReference')}
          value={search.externalId}
          onChange={(externalId) => {
            choose({ externalId });
          }}
        />
        <SegmentedControl
          aria-label={t('overdueFilter')}
          value={search.overdue ?? 'any'}
          onChange={(value) => {
            choose({ overdue: value === 'true' ? value : undefined });
          }}
          data={[
            { value: 'any', label: t('allOrders') },
            { value: 'true', label: t('onlyOverdue') },
          ]}
        />
      </FilterBar>
      <PagedList
        label={t('nav.orders')}
        query={ordersQuery(search)}
        keyOf={({ id }) => id}
        columns={useColumns(carrier)}
        empty={
          filtered ? (
            <EmptyState title={t('list.nothingTitle')} text={t('list.nothingText')} />
          ) : (
            <EmptyState
              title={t(carrier ? 'queueEmptyTitle' : 'emptyTitle')}
              text={t(carrier ? 'queueEmptyText' : 'emptyText')}
              action={order}
            />
          )
        }
      />
    </Stack>
  );
}

function useColumns(carrier: boolean): readonly Column<Order>[] {
  const { t } = useTranslation('orders');
  const operator: Column<Order> = {
    id: 'operator',
    title: t('operator.operator'),
    width: 'minmax(0, 1.4fr)',
    render: ({ relatedParty }) => relatedParty.find(({ role }) => role === 'customer')?.name ?? '—',
  };
  return [
    {
      id: 'order',
      title: t('order'),
      width: 'minmax(0, 2.6fr)',
      render: (order) => <OrderTitle order={order} />,
    },
    ...(carrier ? [operator] : []),
    {
      id: 'state',
      title: t('column.state'),
      width: '210px',
      render: ({ state }) => <StateBadge state={state} />,
    },
    {
      id: 'waitingFor',
      title: t('waitingFor'),
      width: '130px',
      render: ({ waitingFor }) => <WaitingFor side={waitingFor} />,
    },
    {
      id: 'date',
      title: t('ordered'),
      width: '120px',
      render: ({ orderDate }) => formatDate(orderDate),
    },
    {
      id: 'due',
      title: t('due'),
      width: '150px',
      render: ({ dueDate, overdue }) => <DueDate date={dueDate} overdue={overdue} />,
    },
  ];
}

function OrderTitle({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const [first, ...others] = order.productOrderItem;
  return (
    <div>
      <Group gap={6} wrap="nowrap">
        <Text component={Link} to={`/orders/${order.id}`} size="sm" fw={600} c="inherit" td="none">
          {first === undefined
            ? orderNumber(order.id)
            : `${t(`order.action.${first.action}`)}: ${first.product.name}`}
        </Text>
        {others.length > 0 ? (
          <Badge size="sm" variant="light" color="gray" tt="none" style={{ flexShrink: 0 }}>
            +{others.length}
          </Badge>
        ) : null}
      </Group>
      <Text size="xs" c="dimmed">
        {[
          t('order.number', { number: orderNumber(order.id) }),
          order.externalId,
          notablePriority(order.priority),
        ]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </Text>
    </div>
  );
}
