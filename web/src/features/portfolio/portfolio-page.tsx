import { Badge, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlayerPause } from '../../kit/icons/player-pause.ts';
import { IconSearch } from '../../kit/icons/search.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/contract.ts';
import { type Column, ResourceList } from '../../kit/list/resource-list.tsx';
import { AnchorLink } from '../../kit/navigation/links.tsx';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { LoadingRows } from '../../kit/feedback/loading-rows.tsx';
import { findOperators, taxpayerNumberOf } from '../../entities/operator/find-operators.ts';
import { portfolioQuery } from '../../entities/operator/portfolio-query.ts';

type Operator = Row<'/tmf-api/party/v4/organization'>;

/** Operators that the account manager serves, with links to their orders and services. */
export default function PortfolioPage() {
  const { t } = useTranslation('portfolio');
  const [wanted, setWanted] = useState('');
  const { data: operators } = useQuery(portfolioQuery);
  return (
    <Stack gap="lg">
      <Stack gap={4}>
        <Title order={1}>{t('nav.portfolio')}</Title>
        <Text c="dimmed">{t('text')}</Text>
      </Stack>
      {operators === undefined || operators.length === 0 ? null : (
        <TextInput
          label={t('operator.find')}
          leftSection={<IconSearch size={16} aria-hidden />}
          maw={360}
          value={wanted}
          onChange={(event) => {
            setWanted(event.currentTarget.value);
          }}
        />
      )}
      <Operators wanted={wanted} />
    </Stack>
  );
}

function Operators({ wanted }: { wanted: string }) {
  const { t } = useTranslation('portfolio');
  const { data: operators, error, refetch } = useQuery(portfolioQuery);
  const columns = useColumns();
  if (operators === undefined && error !== null)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  if (operators === undefined) return <LoadingRows />;
  if (operators.length === 0) return <EmptyState title={t('noOperatorsTitle')} text={t('noOperatorsText')} />;
  const found = findOperators(operators, wanted);
  if (found.length === 0) return <EmptyState title={t('list.nothingTitle')} text={t('noSuchOperator')} />;
  return <ResourceList label={t('nav.portfolio')} rows={found} keyOf={({ id }) => id} columns={columns} />;
}

function useColumns(): readonly Column<Operator>[] {
  const { t } = useTranslation('portfolio');
  return [
    {
      id: 'name',
      title: t('operator.operator'),
      width: 'minmax(0, 2.4fr)',
      render: ({ name }) => (
        <Text size="sm" fw={600}>
          {name}
        </Text>
      ),
    },
    {
      id: 'taxpayerNumber',
      title: t('operator.taxpayerNumber'),
      width: '150px',
      render: (operator) => taxpayerNumberOf(operator) ?? '—',
    },
    {
      id: 'state',
      title: t('operator.service'),
      width: '190px',
      render: ({ suspended }) => <OperatorState suspended={suspended} />,
    },
    {
      id: 'links',
      title: t('whatIsThere'),
      width: '190px',
      render: ({ id, name }) => (
        <Group gap="md" wrap="nowrap">
          <AnchorLink to="/orders" search={{ operatorId: id }} size="sm" aria-label={t('ordersOf', { name })}>
            {t('nav.orders')}
          </AnchorLink>
          <AnchorLink
            to="/services"
            search={{ operatorId: id }}
            size="sm"
            aria-label={t('servicesOf', { name })}
          >
            {t('nav.services')}
          </AnchorLink>
        </Group>
      ),
    },
  ];
}

function OperatorState({ suspended }: { suspended: boolean }) {
  const { t } = useTranslation('portfolio');
  if (!suspended) return <Text size="sm">{t('served')}</Text>;
  return (
    <Badge
      variant="light"
      color="yellow"
      radius="sm"
      tt="none"
      leftSection={<IconPlayerPause size={13} aria-hidden />}
    >
      {t('suspended')}
    </Badge>
  );
}
