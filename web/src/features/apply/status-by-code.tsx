import { Alert, Button, Card, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseReferenceCode } from '../../../../shared/auth/applicant-secret.ts';
import { api } from '../../api/client.ts';
import { ApiError, unwrap } from '../../api/problem.ts';
import { formatDate, formatDateTime } from '../../kit/format/format.ts';
import { DefinitionList } from '../../kit/list/definition-list.tsx';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { showCode } from '../../entities/application/reference-code.ts';
import { ApplicationState } from './application-state.tsx';

/** Asks for a reference code and shows the status of its application. */
export function StatusByCode({ code: asked }: { code: string | undefined }) {
  const { t } = useTranslation('apply');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(asked ?? '');
  const [isWrong, setWrong] = useState(false);
  const code = asked === undefined ? undefined : parseReferenceCode(asked);
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = parseReferenceCode(typed);
    setWrong(wanted === undefined);
    if (wanted !== undefined) void navigate({ to: '/application', search: { code: showCode(wanted) } });
  };
  return (
    <Stack gap="lg" maw={640}>
      <div>
        <Title order={1}>{t('application.title')}</Title>
        <Text mt={4}>{t('application.text')}</Text>
      </div>
      <form onSubmit={ask} noValidate>
        <Stack gap="sm" align="flex-start">
          <TextInput
            label={t('application.code')}
            description={t('application.codeText')}
            name="code"
            autoComplete="off"
            spellCheck={false}
            w="100%"
            maw={360}
            value={typed}
            error={
              isWrong || (asked !== undefined && code === undefined) ? t('application.notACode') : undefined
            }
            onChange={(event) => {
              setTyped(event.currentTarget.value);
            }}
          />
          <Button type="submit">{t('application.show')}</Button>
        </Stack>
      </form>
      {code === undefined ? null : <Status code={code} />}
      <Text size="sm" c="dimmed">
        {t('application.linkText')}
      </Text>
    </Stack>
  );
}

function Status({ code }: { code: string }) {
  const { t } = useTranslation('apply');
  const { data, error, refetch } = useQuery({
    queryKey: ['application-status', code],
    queryFn: async () =>
      unwrap(await api.GET('/cabinet/v1/application/{id}/status', { params: { path: { id: code } } })),
  });
  if (data === undefined) {
    if (error === null) return <Loading />;
    return error instanceof ApiError && error.status === 404 ? (
      <Alert color="yellow" title={t('application.unknownTitle')} role="alert">
        {t('application.unknownText')}
      </Alert>
    ) : (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  }
  const { state, updatedAt, dueAt, waitingFor } = data;
  return (
    <Card withBorder component="section" p="lg" aria-label={showCode(code)}>
      <Stack gap="md" align="flex-start">
        <Title order={2}>{t('application.numbered', { code: showCode(code) })}</Title>
        <ApplicationState state={state} />
        <Text>{t(`application.about.${state}`)}</Text>
        <DefinitionList
          entries={[
            {
              term: t('application.waitingFor'),
              value: waitingFor === undefined ? '—' : t(`application.side.${waitingFor}`),
            },
            { term: t('application.changedAt'), value: formatDateTime(updatedAt) },
            ...(dueAt === undefined || waitingFor === undefined
              ? []
              : [{ term: t(`application.due.${waitingFor}`), value: formatDate(dueAt) }]),
          ]}
        />
      </Stack>
    </Card>
  );
}
