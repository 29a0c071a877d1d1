import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../kit/format/format.ts';
import { HistoryTimeline } from '../../kit/list/history-timeline.tsx';
import { useNameOf } from '../../entities/carrier-person/use-name-of.ts';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { ContactsSection } from './contacts-section.tsx';
import { CustomerSection } from './customer-section.tsx';
import {
  type Operator,
  type OperatorEvent,
  operatorHistoryQuery,
  operatorQuery,
} from './operator-queries.ts';
import { isStatus, OperatorStatus } from './operator-status.tsx';
import { OperatorSteps } from './operator-steps.tsx';
import { type Organization, organizationQuery } from './organization-queries.ts';
import { OrganizationSection } from './organization-section.tsx';

/** One operator: details, status, account manager, billing accounts and history. */
export default function OperatorPage() {
  const { id } = useParams({ from: '/cabinet/operators/$id' });
  const operator = useQuery(operatorQuery(id));
  const organization = useQuery(organizationQuery(id));
  if (operator.data !== undefined && organization.data !== undefined)
    return <Details operator={operator.data} {...organization.data} />;
  const error = operator.error ?? organization.error;
  if (error === null) return <Loading />;
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        void operator.refetch();
        void organization.refetch();
      }}
    />
  );
}

interface DetailsProps {
  readonly operator: Operator;
  readonly organization: Organization;
  readonly version: string | undefined;
}

function Details({ operator, organization, version }: DetailsProps) {
  const { t } = useTranslation('operators');
  const nameOf = useNameOf();
  const { id, name, status } = operator;
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
          {t(`statusText.${status}`)}
        </Text>
      </Stack>
      <OrganizationSection operator={operator} organization={organization} version={version} />
      <CustomerSection operatorId={id} />
      <ContactsSection organization={organization} version={version} />
      <Card withBorder component="section" p="lg">
        <Title order={2} mb="md">
          {t('section.history')}
        </Title>
        <HistoryTimeline
          query={operatorHistoryQuery(id)}
          empty={t('noHistory')}
          look={({ at, by, kind, from, to, reason }) => ({
            title: t(`change.${kind}`),
            when: `${formatDateTime(at)} · ${nameOf(by) ?? t('person.unnamed', { id: by.slice(0, 8) })}`,
            reason,
            lines: [{ key: 'change', text: [from, to].flatMap(wordsOf(kind)).join(' → ') }],
          })}
        />
      </Card>
    </Stack>
  );

  function wordsOf(kind: OperatorEvent['kind']) {
    return (value: string | undefined): readonly string[] => {
      if (value === undefined) return [];
      if (kind === 'manager') return [nameOf(value) ?? value];
      return [isStatus(value) ? t(`status.${value}`) : value];
    };
  }
}
