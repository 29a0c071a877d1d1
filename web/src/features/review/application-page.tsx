import { Alert, Anchor, Badge, Card, Grid, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showCode } from '../../entities/application/reference-code.ts';
import { formatDate } from '../../kit/format/format.ts';
import { Loading } from '../../kit/feedback/loading.tsx';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { ApplicationForm } from './application-form.tsx';
import { ApplicationHistory } from './application-history.tsx';
import { CheckList } from './check-list.tsx';
import { Corrections } from './corrections.tsx';
import { Outcome } from './outcome.tsx';
import { PackageCard } from './package-card.tsx';
import { Particulars } from './particulars.tsx';
import { type Application, applicationQuery } from '../../entities/application/review-queries.ts';
import { StepButtons } from './step-buttons.tsx';

/** One access application: form, package, checklist, history and steps. */
export default function ApplicationPage() {
  const { id } = useParams({ from: '/cabinet/applications/$id' });
  const { data, error, refetch } = useQuery(applicationQuery(id));
  if (error !== null && data === undefined)
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  return data === undefined ? <Loading /> : <Details application={data.application} version={data.version} />;
}

function Details({ application, version }: { application: Application; version: string | undefined }) {
  const { t } = useTranslation('review');
  const { id, state, form, channel, approval } = application;
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        <Anchor component={Link} to="/applications" size="sm">
          {t('nav.applications')}
        </Anchor>
        <Group justify="space-between" align="flex-start">
          <Stack gap={4} style={{ minWidth: 0 }}>
            <Group gap="sm">
              <Title order={1}>{form?.company?.name ?? t('application', { code: showCode(id) })}</Title>
              <StateBadge state={state} />
              <Badge variant="outline" color="gray" radius="sm" tt="none">
                {t(`channel.${channel}`)}
              </Badge>
            </Group>
            <Text size="sm" c="dimmed">
              {t('application', { code: showCode(id) })}
            </Text>
          </Stack>
          <StepButtons application={application} version={version} />
        </Group>
        <WhoIsWaitedFor application={application} />
      </Stack>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            {approval === undefined ? null : (
              <Section title={t('outcome')}>
                <Outcome approval={approval} state={state} />
              </Section>
            )}
            <Section title={t('form')}>
              <ApplicationForm form={form} />
            </Section>
            <Section title={t('package')}>
              <PackageCard application={application} />
            </Section>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Section title={t('checkList')}>
              <CheckList application={application} />
            </Section>
            {application.correction.length === 0 ? null : (
              <Section title={t('corrections')}>
                <Corrections corrections={application.correction} />
              </Section>
            )}
            <Section title={t('section.particulars')}>
              <Particulars application={application} />
            </Section>
            <Section title={t('section.history')}>
              <ApplicationHistory events={application.history} />
            </Section>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder component="section" p="lg">
      <Title order={2} mb="md">
        {title}
      </Title>
      {children}
    </Card>
  );
}

function WhoIsWaitedFor({ application }: { application: Application }) {
  const { t } = useTranslation('review');
  const { state, waitingFor, dueAt, overdue, decision } = application;
  if (state === 'approving')
    return (
      <Alert color="orange" variant="light" role="status" title={t('interruptedTitle')}>
        {t('interruptedText')}
      </Alert>
    );
  const reason = decision?.cause === undefined ? decision?.reason : t(decision.cause);
  if (decision !== undefined && reason !== undefined)
    return (
      <Alert
        color="red"
        variant="light"
        role="status"
        title={t('refusedOn', { date: formatDate(decision.at) })}
      >
        {reason}
      </Alert>
    );
  if (waitingFor === undefined) return null;
  const mine = waitingFor === 'carrier';
  const until =
    dueAt === undefined ? '' : ` ${t(mine ? 'date.until' : 'closesBy', { date: formatDate(dueAt) })}`;
  return (
    <Alert color={overdue ? 'red' : mine ? 'orange' : 'blue'} variant="light" role="status">
      {t(mine ? 'waitsForDecision' : 'waitsForCorrections')}
      {until}
      {overdue ? ` — ${t('overdue')}` : ''}
    </Alert>
  );
}
