import { Alert, Anchor, Card, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { IconAdjustments } from '../../kit/icons/adjustments.ts';
import { IconPlugOff } from '../../kit/icons/plug-off.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';
import { valueInWords } from '../../entities/offering/characteristic-words.ts';
import { formatDate } from '../../kit/format/format.ts';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import { ButtonLink } from '../../kit/navigation/links.tsx';
import { Loading } from '../../kit/feedback/loading.tsx';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { mayOrder } from '../../entities/me/may-order.ts';
import { orderNumber } from '../../entities/order/order-number.ts';
import { Totals } from '../../entities/order/totals.tsx';
import { ServiceHistory } from './service-history.tsx';
import { type Service, serviceQuery } from '../../entities/service/service-queries.ts';
import { SuspendService } from './suspend-service.tsx';

/** One service: characteristics, price, places, history and actions. */
export default function ServicePage() {
  const { id } = useParams({ from: '/cabinet/services/$id' });
  const { data: service, error, refetch } = useQuery(serviceQuery(id));
  if (error !== null && service === undefined)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  return service === undefined ? <Loading /> : <ServiceDetails service={service} />;
}

function ServiceDetails({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const dates = [
    { term: t('ordered'), value: formatDate(service.orderDate) },
    ...(service.startDate === undefined ? [] : [{ term: t('since'), value: formatDate(service.startDate) }]),
    ...(service.terminationDate === undefined
      ? []
      : [{ term: t('terminated'), value: formatDate(service.terminationDate) }]),
  ];
  const references = [
    ...(service.externalId === undefined
      ? []
      : [{ term: t('order.ownReference'), value: service.externalId }]),
    ...(service.billingAccount === undefined
      ? []
      : [
          {
            term: t('order.billingAccount'),
            value: service.billingAccount.name ?? service.billingAccount.id,
          },
        ]),
    ...(service.agreement ?? []).map((agreement) => ({
      term: t('order.agreement'),
      value: agreement.name ?? agreement.id,
    })),
  ];
  return (
    <Stack gap="lg">
      <Stack gap={6}>
        <Anchor component={Link} to="/services" size="sm">
          {t('nav.services')}
        </Anchor>
        <Group justify="space-between" align="flex-start">
          <Group gap="sm">
            <Title order={1}>{service.name}</Title>
            <StateBadge state={service.status} />
          </Group>
          <ServiceActions service={service} />
        </Group>
        <Text c="dimmed">{service.place.map(({ name }) => name).join(' — ')}</Text>
      </Stack>
      {service.openOrderItem === undefined ? null : (
        <Alert color="blue" title={t('busyTitle')}>
          <Anchor component={Link} to={`/orders/${service.openOrderItem.productOrderId}`}>
            {t('order.open')}
          </Anchor>
        </Alert>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('offering.characteristics')}
              </Title>
              <DefinitionList
                entries={service.productCharacteristic.map(
                  ({ name, label, value, valueLabel, unitOfMeasure }) => ({
                    key: name,
                    term: label,
                    value: valueInWords(value, { label: valueLabel, unitOfMeasure }),
                  }),
                )}
              />
            </Card>
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('section.history')}
              </Title>
              <ServiceHistory id={service.id} />
            </Card>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('offering.price')}
              </Title>
              <Totals prices={service.productPrice} />
              <Text size="xs" c="dimmed" mt="sm">
                {t('price.withoutTax')}
              </Text>
            </Card>
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('section.particulars')}
              </Title>
              <DefinitionList entries={[...dates, ...references]} />
            </Card>
            <Card withBorder component="section" p="lg">
              <Title order={2} mb="md">
                {t('orders')}
              </Title>
              <Stack gap={6}>
                {service.productOrderItem
                  .toReversed()
                  .map(({ productOrderId, orderItemId, orderItemAction }) => (
                    <Group key={`${productOrderId} ${orderItemId}`} justify="space-between">
                      <Anchor component={Link} to={`/orders/${productOrderId}`} size="sm">
                        {t('order.number', { number: orderNumber(productOrderId) })}
                      </Anchor>
                      <Text size="sm" c="dimmed">
                        {t(`order.action.${orderItemAction}`)}
                      </Text>
                    </Group>
                  ))}
              </Stack>
            </Card>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

/** "Change" and "disconnect" start the right order; the carrier's manager suspends and resumes. */
function ServiceActions({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const { data: me } = useSuspenseQuery(meQuery);
  if (me.roles.includes('manager')) return <SuspendService service={service} />;
  if (!mayOrder(me) || service.status !== 'active' || service.openOrderItem !== undefined) return null;
  return (
    <Group gap="sm">
      <ButtonLink
        to="/orders/new"
        search={{ modify: service.id }}
        variant="default"
        leftSection={<IconAdjustments size={16} aria-hidden />}
      >
        {t('change')}
      </ButtonLink>
      <ButtonLink
        to="/orders/new"
        search={{ disconnect: service.id }}
        variant="default"
        c="red"
        leftSection={<IconPlugOff size={16} aria-hidden />}
      >
        {t('disconnect')}
      </ButtonLink>
    </Group>
  );
}
