import { Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '../../kit/icons/search.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ResourceList } from '../../kit/list/resource-list.tsx';
import { findOperators, taxpayerNumberOf } from '../../entities/operator/find-operators.ts';
import { portfolioQuery } from '../../entities/operator/portfolio-query.ts';
import { AnchorLink, ButtonLink } from '../../kit/navigation/links.tsx';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { LoadingRows } from '../../kit/feedback/loading-rows.tsx';
import { OperatorStatus } from './operator-status.tsx';

/** Every operator that the carrier serves or served, by name. */
export default function OperatorsPage() {
  const { t } = useTranslation('operators');
  const [wanted, setWanted] = useState('');
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Stack gap={4}>
          <Title order={1}>{t('nav.operators')}</Title>
          <Text c="dimmed">{t('text')}</Text>
        </Stack>
        <ButtonLink to="/operators/new">{t('register')}</ButtonLink>
      </Group>
      <TextInput
        label={t('operator.find')}
        leftSection={<IconSearch size={16} aria-hidden />}
        maw={360}
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
        }}
      />
      <Operators wanted={wanted} />
    </Stack>
  );
}

function Operators({ wanted }: { wanted: string }): ReactNode {
  const { t } = useTranslation('operators');
  const { data: operators, error, refetch } = useQuery({ ...portfolioQuery, staleTime: 0 });
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
  const found = findOperators(operators, wanted);
  if (found.length === 0) return <EmptyState title={t('list.nothingTitle')} text={t('noSuchOperator')} />;
  return (
    <ResourceList
      label={t('nav.operators')}
      rows={found}
      keyOf={({ id }) => id}
      columns={[
        {
          id: 'name',
          title: t('operator.operator'),
          width: 'minmax(0, 2.4fr)',
          render: ({ id, name }) => (
            <AnchorLink to="/operators/$id" params={{ id }} size="sm" fw={600} c="inherit">
              {name}
            </AnchorLink>
          ),
        },
        {
          id: 'taxpayerNumber',
          title: t('operator.taxpayerNumber'),
          width: '150px',
          render: (operator) => taxpayerNumberOf(operator) ?? '—',
        },
        {
          id: 'id',
          title: t('operator.id'),
          width: 'minmax(0, 1fr)',
          render: ({ id }) => id,
        },
        {
          id: 'status',
          title: t('operator.service'),
          width: '190px',
          render: ({ status, suspended }) => (
            <OperatorStatus status={status === 'closed' ? 'closed' : suspended ? 'suspended' : 'active'} />
          ),
        },
      ]}
    />
  );
}
