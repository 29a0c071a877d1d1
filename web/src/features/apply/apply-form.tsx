import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/problem.ts';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { ApplicationEditor } from './application-editor.tsx';
import { applicationQuery } from './application-query.ts';
import { showCode } from '../../entities/application/reference-code.ts';
import { beginDraft, discardDraft } from './draft-secret.ts';
import { discardFields } from './draft-storage.ts';
import { formatDate } from '../../kit/format/format.ts';
import type { Step } from './steps.ts';

/** The form of an access application, from its beginning until it is sent. */
export default function ApplyForm({ step }: { step: Step }) {
  const { t } = useTranslation('apply');
  const navigate = useNavigate();
  const [secret, setSecret] = useState(beginDraft);
  const { data: application, error, refetch } = useQuery(applicationQuery(secret, true));
  const toStatus = () => {
    void navigate({ to: '/application', hash: secret, replace: true });
  };
  if (application === undefined) {
    if (error === null) return <Loading />;
    if (error instanceof ApiError && error.status === 404)
      return (
        <Alert color="yellow" title={t('expiredTitle')} role="alert">
          <Stack gap="sm" align="flex-start">
            <Text size="sm">{t('expiredText')}</Text>
            <Button
              size="xs"
              onClick={() => {
                discardDraft();
                setSecret(beginDraft());
              }}
            >
              {t('beginAgain')}
            </Button>
          </Stack>
        </Alert>
      );
    return (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  }
  const { id, state, expiresAt } = application;
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t('formTitle')}</Title>
        <Text size="sm" c="dimmed" mt={4}>
          {t('codeOfDraft', { code: showCode(id) })}
          {expiresAt === undefined ? '' : ` ${t('keptUntil', { date: formatDate(expiresAt) })}`}
        </Text>
      </div>
      {state === 'draft' ? (
        <ApplicationEditor
          key={id}
          secret={secret}
          application={application}
          step={step}
          onStep={(next) => {
            void navigate({ to: '/apply', search: { step: next } });
          }}
          onSent={toStatus}
        />
      ) : (
        <Alert color="teal" title={t('sentBefore')}>
          <Group mt="xs">
            <Button
              size="xs"
              onClick={() => {
                discardFields(id, secret);
                toStatus();
              }}
            >
              {t('toStatus')}
            </Button>
          </Group>
        </Alert>
      )}
    </Stack>
  );
}
