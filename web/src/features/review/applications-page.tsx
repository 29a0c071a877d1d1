import { Group, SegmentedControl, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconPlus } from '../../kit/icons/plus.ts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter } from '../../kit/list/choice-filter.tsx';
import { FilterBar } from '../../kit/list/filter-bar.tsx';
import { PagedList } from '../../kit/list/paged-list.tsx';
import { ButtonLink } from '../../kit/navigation/links.tsx';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { decisions, queueStates } from '../../entities/application/application-search.ts';
import { useDecidedColumns, useQueueColumns } from './application-columns.tsx';
import { decidedQuery, queueQuery } from '../../entities/application/review-queries.ts';

/** Access applications: undecided ones by due date, and decided ones. */
export default function ApplicationsPage() {
  const { t } = useTranslation('review');
  const { tab = 'queue' } = useSearch({ from: '/cabinet/applications' });
  const navigate = useNavigate({ from: '/applications' });
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Stack gap={4}>
          <Title order={1}>{t('nav.applications')}</Title>
          <Text c="dimmed">{t('text')}</Text>
        </Stack>
        <ButtonLink to="/applications/new" leftSection={<IconPlus size={16} aria-hidden />}>
          {t('register')}
        </ButtonLink>
      </Group>
      <Tabs
        value={tab}
        onChange={(value) => {
          void navigate({ search: value === 'decided' ? { tab: value } : {}, replace: true });
        }}
      >
        <Tabs.List>
          <Tabs.Tab value="queue">{t('queue')}</Tabs.Tab>
          <Tabs.Tab value="decided">{t('decided')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={tab} pt="lg">
          {tab === 'queue' ? <Queue /> : <Decided />}
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Queue() {
  const { t } = useTranslation('review');
  const { mine, state } = useSearch({ from: '/cabinet/applications' });
  const navigate = useNavigate({ from: '/applications' });
  const filtered = mine !== undefined || state !== undefined;
  return (
    <Stack gap="md">
      <FilterBar
        filtered={filtered}
        onReset={() => {
          void navigate({ search: {}, replace: true });
        }}
      >
        <ChoiceFilter
          label={t('column.state')}
          choices={queueStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={state}
          onChange={(chosen) => {
            void navigate({ search: (before) => ({ ...before, state: chosen }), replace: true });
          }}
        />
        <SegmentedControl
          aria-label={t('whose')}
          value={mine === 'true' ? 'mine' : 'all'}
          onChange={(value) => {
            const chosen = value === 'mine' ? 'true' : undefined;
            void navigate({ search: (before) => ({ ...before, mine: chosen }), replace: true });
          }}
          data={[
            { value: 'all', label: t('everybodys') },
            { value: 'mine', label: t('mine') },
          ]}
        />
      </FilterBar>
      <PagedList
        label={t('queue')}
        query={queueQuery({ mine, state })}
        keyOf={({ id }) => id}
        columns={useQueueColumns()}
        empty={
          filtered ? (
            <EmptyState title={t('list.nothingTitle')} text={t('list.nothingText')} />
          ) : (
            <EmptyState title={t('queueEmptyTitle')} text={t('queueEmptyText')} />
          )
        }
      />
    </Stack>
  );
}

function Decided() {
  const { t } = useTranslation('review');
  const { kind } = useSearch({ from: '/cabinet/applications' });
  const navigate = useNavigate({ from: '/applications' });
  return (
    <Stack gap="md">
      <FilterBar
        filtered={kind !== undefined}
        onReset={() => {
          void navigate({ search: { tab: 'decided' }, replace: true });
        }}
      >
        <ChoiceFilter
          label={t('decision')}
          choices={decisions.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={kind}
          onChange={(chosen) => {
            void navigate({ search: { tab: 'decided', kind: chosen }, replace: true });
          }}
        />
      </FilterBar>
      <PagedList
        label={t('decided')}
        query={decidedQuery({ kind })}
        keyOf={({ id }) => id}
        columns={useDecidedColumns()}
        empty={
          kind === undefined ? (
            <EmptyState title={t('decidedEmptyTitle')} text={t('decidedEmptyText')} />
          ) : (
            <EmptyState title={t('list.nothingTitle')} text={t('list.nothingText')} />
          )
        }
      />
    </Stack>
  );
}
