import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../format/format.ts';
import { DefinitionList } from '../list/definition-list.tsx';
import { HistoryTimeline } from '../list/history-timeline.tsx';
import { Loading } from '../states/loading.tsx';
import { Failure } from '../states/states.tsx';
import { AssignManager } from './assign-manager.tsx';
import { type Operator, operatorHistoryQuery, operatorQuery } from './operator-queries.ts';
import { isStatus, OperatorStatus } from './operator-status.tsx';
import { OperatorSteps } from './operator-steps.tsx';

/** One operator: whether it is served, by whom, and what the carrier did to it. */
export default function OperatorPage() {
  const { id } = useParams({ from: '/cabinet/operators/$id' });
  const { data, error, refetch } = useQuery(operatorQuery(id));
  if (data !== undefined) return <Details operator={data} />;
  if (error === null) return <Loading />;
  return (
    <Failure
      error={error}
      onRetry={() => {
        void refetch();
      }}
    />
  );
}

function Details({ operator }: { operator: Operator }) {
  const { t } = useTranslation();
  const { id, name, status, managerSub } = operator;
  return (
    <Stack gap="lg" maw={860}>
      <Stack gap={6}>
        <Anchor component={Link} to="/operators" size="sm">
          {t('nav.operators')}
        </Anchor>
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={1}>{name}</Title>
            <OperatorStatus status={status} />
          </Group>
          <OperatorSteps key={status} operator={operator} />
        </Group>
        <Text size="sm" c="dimmed">
          {t(`operators.statusText.${status}`)}
        </Text>
      </Stack>
      <Card withBorder component="section" p="lg">
        <Title order={2} mb="md">
          {t('services.particulars')}
        </Title>
        <Stack gap="md" align="flex-start">
          <DefinitionList
            entries={[
              { term: t('review.operatorId'), value: id },
              { term: t('review.accountManager'), value: managerSub ?? t('review.nobody') },
            ]}
          />
          <AssignManager operator={operator} />
        </Stack>
      </Card>
      <Card withBorder component="section" p="lg">
        <Title order={2} mb="md">
          {t('services.history')}
        </Title>
        <HistoryTimeline
          query={operatorHistoryQuery(id)}
          empty={t('operators.noHistory')}
          look={({ at, by, change, from, to, reason }) => ({
            title: t(`operators.change.${change}`),
            when: `${formatDateTime(at)} · ${t('openings.person', { id: by.slice(0, 8) })}`,
            reason,
            lines: [{ key: 'change', text: [from, to].flatMap(wordsOf).join(' → ') }],
          })}
        />
      </Card>
    </Stack>
  );

  function wordsOf(value: string | undefined): readonly string[] {
    if (value === undefined) return [];
    return [isStatus(value) ? t(`operators.status.${value}`) : value];
  }
}
