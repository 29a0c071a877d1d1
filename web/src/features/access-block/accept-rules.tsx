import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { rulesQuery } from '../../entities/rules/rules-query.ts';
import { RulesText } from '../../entities/rules/rules-text.tsx';

/** The rules, which have to be accepted before work continues. */
export function AcceptRules({ onAccepted, signOut }: { onAccepted: () => void; signOut: ReactNode }) {
  const { t } = useTranslation('accessBlock');
  const { data: rules, error, refetch } = useQuery(rulesQuery());
  const acceptance = useMutation({
    mutationFn: async (version: string) =>
      unwrap(await api.POST('/cabinet/v1/rules/acceptance', { body: { version } })),
    onSuccess: onAccepted,
    // Another version may have come into force since these were read.
    onError: () => refetch(),
  });
  if (rules === undefined)
    return error === null ? (
      <Loading />
    ) : (
      <ErrorState
        error={error}
        onRetry={() => {
          void refetch();
        }}
      />
    );
  return (
    <Stack gap="md">
      <Title order={1}>{rules.title}</Title>
      <Text>{t('rulesNotAccepted.text')}</Text>
      <RulesText rules={rules} />
      {acceptance.isError ? (
        <Alert color="red" role="alert">
          {acceptance.error.message}
        </Alert>
      ) : null}
      <Group gap="sm">
        <Button
          loading={acceptance.isPending}
          onClick={() => {
            acceptance.mutate(rules.version);
          }}
        >
          {t('rulesNotAccepted.accept')}
        </Button>
        {signOut}
      </Group>
    </Stack>
  );
}
