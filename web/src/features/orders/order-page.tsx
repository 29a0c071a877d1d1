import { Alert, Anchor, Card, Grid, Group, Stack, Title } from '@mantine/core';
import { IconCopy } from '../../kit/icons/copy.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';
import { formatDate } from '../../kit/format/format.ts';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import { ButtonLink } from '../../kit/navigation/links.tsx';
import { Loading } from '../../kit/feedback/loading.tsx';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { OrderAttachments } from './attachments/order-attachments.tsx';
import { CancelOrder } from './cancel-order.tsx';
import { mayOrder } from '../../entities/me/may-order.ts';
import { Milestones } from './milestones.tsx';
import { OrderHistory } from './order-history.tsx';
import { OrderItemCard } from './order-item-card.tsx';
import { OrderNotes } from './order-notes.tsx';
import { orderNumber } from '../../entities/order/order-number.ts';
import { type Order, orderQuery } from '../../entities/order/order-queries.ts';
import { notablePriority } from './priorities.ts';
import { Totals } from '../../entities/order/totals.tsx';

/** One order: state, the side that has to act, milestones and actions. */
export default function OrderPage() {
  const { id } = useParams({ from: '/cabinet/orders/$id' });
  const { data, error, refetch } = useQuery(orderQuery(id));
  if (error !== null && data === undefined)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  return data === undefined ? <Loading /> : <OrderDetails order={data.order} version={data.version} />;
}

function OrderDetails({ order, version }: { order: Order; version: string | undefined }) {
  const { t } = useTranslation('orders');
  const { data: me } = useSuspenseQuery(meQuery);
  const carrier = me.side === 'carrier';
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Anchor component={Link} to="/orders" size="sm">
          {t(carrier ? 'nav.queue' : 'nav.orders')}
        </Anchor>
        <Group justify="space-between" align="flex-start">
          <Group gap="sm">
            <Title order={1}>{t('order.number', { number: orderNumber(order.id) })}</Title>
            <StateBadge state={order.state} />
          </Group>
          {mayOrder(me) ? (
            <Group gap="sm">
              <ButtonLink
                to="/orders/new"
                search={{ copy: order.id }}
                variant="default"
                leftSection={<IconCopy size={16} aria-hidden />}
              >
                {t('copy')}
              </ButtonLink>
              <CancelOrder order={order} />
            </Group>
          ) : null}
        </Group>
        <WhoIsWaitedFor order={order} mine={order.waitingFor === me.side} />
      </Stack>
      <Card withBorder component="section" p="lg" aria-label={t('milestones')}>
        <Milestones milestones={order.milestone} />
      </Card>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            {order.productOrderItem.map((item) => (
              <OrderItemCard key={item.id} order={order} item={item} version={version} />
            ))}
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('notes')}
              </Title>
              <OrderNotes order={order} />
            </Card>
            <Card withBorder component="section" p="lg" aria-label={t('order.files')}>
              <Title order={2} mb="md">
                {t('order.files')}
              </Title>
              <OrderAttachments key={order.id} order={order} />
            </Card>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('section.particulars')}
              </Title>
              <Particulars order={order} />
            </Card>
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('total')}
              </Title>
              <Totals prices={order.orderTotalPrice} />
            </Card>
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('section.history')}
              </Title>
              <OrderHistory id={order.id} items={order.productOrderItem} />
            </Card>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

/** A state alone does not help: shows who has to act, and by when. */
function WhoIsWaitedFor({ order, mine }: { order: Order; mine: boolean }) {
  const { t } = useTranslation('orders');
  if (order.waitingFor === undefined) return null;
  const until = order.dueDate === undefined ? '' : ` ${t('date.until', { date: formatDate(order.dueDate) })}`;
  const whom = mine
    ? t('waitsForYou')
    : t(order.waitingFor === 'operator' ? 'waitsForOperator' : 'waitsForCarrier');
  return (
    <Alert color={order.overdue ? 'red' : mine ? 'orange' : 'blue'} variant="light" role="status">
      {whom}
      {until}
      {order.overdue ? ` — ${t('order.overdue')}` : ''}
    </Alert>
  );
}

function Particulars({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const optional = (term: string, value: string | undefined) =>
    value === undefined ? [] : [{ term, value }];
  const date = (value: string | undefined) => (value === undefined ? undefined : formatDate(value));
  return (
    <DefinitionList
      entries={[
        ...optional(t('operator.operator'), order.relatedParty.find(({ role }) => role === 'customer')?.name),
        ...optional(t('order.ownReference'), order.externalId),
        ...optional(t('order.description'), order.description),
        { term: t('ordered'), value: formatDate(order.orderDate) },
        ...optional(t('order.priority'), notablePriority(order.priority)),
        ...optional(t('order.requestedStart'), date(order.requestedStartDate)),
        ...optional(t('order.requestedCompletion'), date(order.requestedCompletionDate)),
        ...optional(t('expectedCompletion'), date(order.expectedCompletionDate)),
        ...optional(t('completed'), date(order.completionDate)),
        ...optional(t('cancelled'), date(order.cancellationDate)),
        ...optional(t('cancellationReason'), order.cancellationReason),
        ...optional(t('order.contact'), order.notificationContact),
        ...optional(t('order.billingAccount'), order.billingAccount?.name ?? order.billingAccount?.id),
      ]}
    />
  );
}
