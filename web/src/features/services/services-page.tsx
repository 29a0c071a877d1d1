import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '../../kit/icons/plus.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../entities/me/me.ts';
import { categoriesQuery } from '../../entities/offering/catalog-queries.ts';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import { FilterBar } from '../../kit/list/filter-bar.tsx';
import { PagedList } from '../../kit/list/paged-list.tsx';
import { TypedFilter } from '../../kit/list/typed-filter.tsx';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { OperatorPicker } from '../../entities/operator/operator-picker.tsx';
import { formatDate } from '../../kit/format/format.ts';
import { mayOrder } from '../../entities/me/may-order.ts';
import { monthlyPriceOf } from './monthly-price.ts';
import { type Service, servicesQuery } from '../../entities/service/service-queries.ts';
import { type ServiceSearch, serviceStatuses } from '../../entities/service/service-search.ts';

/** Every service of the operator in one list, filtered by kind, status and point of interconnection. */
export default function ServicesPage() {
  const { t } = useTranslation('services');
  const { data: me } = useSuspenseQuery(meQuery);
  const search = useSearch({ from: '/cabinet/services' });
  const navigate = useNavigate({ from: '/services' });
  const categories = useQuery(categoriesQuery);
  const choose = (change: { readonly [K in keyof ServiceSearch]?: ServiceSearch[K] | undefined }) => {
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  };
  const carrier = me.side === 'carrier';
  const canOrder = mayOrder(me);
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={1}>{t('nav.services')}</Title>
        {canOrder ? (
          <Button component={Link} to="/catalog" leftSection={<IconPlus size={16} aria-hidden />}>
            {t('connect')}
          </Button>
        ) : null}
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
          label={t('kind')}
          choices={categories.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={search.categoryId}
          onChange={(categoryId) => {
            choose({ categoryId });
          }}
        />
        <ChoiceFilter
          label={t('status')}
          choices={serviceStatuses.map((status) => ({ value: status, label: t(`state.${status}`) }))}
          value={search.status}
          onChange={(status) => {
            choose({ status });
          }}
        />
        <TypedFilter
          label={t('place')}
          value={search.placeName}
          onChange={(placeName) => {
            choose({ placeName });
          }}
        />
      </FilterBar>
      {carrier && search.operatorId === undefined ? (
        <EmptyState title={t('chooseOperatorTitle')} text={t('chooseOperatorText')} />
      ) : (
        <PagedList
          label={t('nav.services')}
          query={servicesQuery(search)}
          keyOf={({ id }) => id}
          empty={
            filtered ? (
              <EmptyState title={t('list.nothingTitle')} text={t('list.nothingText')} />
            ) : (
              <EmptyState
                title={t('emptyTitle')}
                text={t('emptyText')}
                action={
                  canOrder ? (
                    <Button component={Link} to="/catalog">
                      {t('connect')}
                    </Button>
                  ) : undefined
                }
              />
            )
          }
          columns={[
            {
              id: 'name',
              title: t('name'),
              width: 'minmax(0, 2.2fr)',
              render: (service) => <ServiceName service={service} />,
            },
            {
              id: 'place',
              title: t('place'),
              width: 'minmax(0, 2fr)',
              render: ({ place }) => (
                <Text size="sm" lineClamp={2}>
                  {place.map(({ name }) => name).join(' — ')}
                </Text>
              ),
            },
            {
              id: 'status',
              title: t('status'),
              width: '190px',
              render: ({ status }) => <StateBadge state={status} />,
            },
            {
              id: 'start',
              title: t('since'),
              width: '120px',
              render: ({ startDate }) => (startDate === undefined ? '—' : formatDate(startDate)),
            },
            {
              id: 'price',
              title: t('monthly'),
              width: '130px',
              align: 'end',
              render: (service) => monthlyPriceOf(service) ?? '—',
            },
          ]}
        />
      )}
    </Stack>
  );
}

function ServiceName({ service }: { service: Service }) {
  return (
    <div>
      <Text component={Link} to={`/services/${service.id}`} size="sm" fw={600} c="inherit" td="none">
        {service.name}
      </Text>
      {service.externalId === undefined ? null : (
        <Text size="xs" c="dimmed">
          {service.externalId}
        </Text>
      )}
    </div>
  );
}
