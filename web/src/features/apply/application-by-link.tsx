import { Alert, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle } from '../../kit/icons/alert-circle.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/problem.ts';
import { formatDate } from '../../kit/format/format.ts';
import { AnchorLink, ButtonLink } from '../../kit/navigation/links.tsx';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { ApplicationEditor } from './application-editor.tsx';
import { applicationQuery } from './application-query.ts';
import { showCode } from '../../entities/application/reference-code.ts';
import { ApplicationTimeline } from './application-timeline.tsx';
import { adoptDraft } from './draft-secret.ts';
import { SecretLink } from './secret-link.tsx';
import { SentPackage } from './sent-package.tsx';
import type { Step } from './steps.ts';
import { WrongLink } from './wrong-link.tsx';
import classes from './application-by-link.module.css';

/** An application opened by its secret link: its progress, what happens next, and what can be corrected. */
export default function ApplicationByLink({ secret }: { secret: string }) {
  const { t } = useTranslation('apply');
  const { data: application, error, refetch } = useQuery(applicationQuery(secret, false));
  const [step, setStep] = useState<Step>('company');
  if (application === undefined) {
    if (error === null) return <Loading />;
    if (error instanceof ApiError && error.status === 404) return <WrongLink />;
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  }
  const { id, state, dueAt, decision } = application;
  const reason = decision?.cause === undefined ? decision?.reason : t(`application.${decision.cause}`);
  const asked = application.corrections.filter(({ answeredAt }) => answeredAt === undefined);
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t(`application.heading.${state}`)}</Title>
        <Text c="dimmed">{t('application.numbered', { code: showCode(id) })}</Text>
      </div>
      <Text maw={720}>
        {t(`application.about.${state}`)}
        {dueAt !== undefined && application.waitingFor !== undefined
          ? ` ${t(`application.by.${application.waitingFor}`, { date: formatDate(dueAt) })}`
          : ''}
      </Text>
      {decision?.kind === 'refused' && reason !== undefined ? (
        <Alert color="red" title={t('application.reason')}>
          <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
            {reason}
          </Text>
        </Alert>
      ) : null}
      {state === 'draft' ? (
        <Group>
          <ButtonLink
            to="/apply"
            search={{ step: 'company' }}
            onClick={() => {
              adoptDraft(secret);
            }}
          >
            {t('continue')}
          </ButtonLink>
        </Group>
      ) : null}
      {state === 'approved' ? <AnchorLink to="/sign-in">{t('public.signIn')}</AnchorLink> : null}
      {state === 'correctionRequested' ? (
        <Stack gap="lg" className={classes['rest'] ?? ''}>
          <Alert color="orange" icon={<IconAlertCircle />} title={t('application.askedTitle')} role="status">
            {asked.map(({ at, text }) => (
              <Text key={at} size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
                {text}
              </Text>
            ))}
          </Alert>
          <Card withBorder p="lg">
            <ApplicationEditor
              key={id}
              secret={secret}
              application={application}
              step={step}
              onStep={setStep}
              onSent={() => {
                scrollTo({ top: 0 });
              }}
            />
          </Card>
        </Stack>
      ) : null}
      <SecretLink id={id} secret={secret} />
      <Stack gap="lg" className={classes['rest'] ?? ''}>
        <section>
          <Title order={2} mb="sm">
            {t('application.history')}
          </Title>
          <ApplicationTimeline application={application} />
        </section>
        {state === 'draft' || state === 'correctionRequested' ? null : (
          <SentPackage application={application} />
        )}
      </Stack>
    </Stack>
  );
}
