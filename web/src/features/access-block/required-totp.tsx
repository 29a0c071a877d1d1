import { fetchMFAPreference } from '@aws-amplify/auth';
import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { accessToken } from '../../session/session.ts';
import { TotpSetUp } from '../../entities/credentials/totp-set-up.tsx';

/** Sets up the second factor of the carrier's people, and continues with a token that has the claim. */
export function RequiredTotp({ onReady, signOut }: { onReady: () => void; signOut: ReactNode }) {
  const { t } = useTranslation('accessBlock');
  const preference = useQuery({
    queryKey: ['totp'],
    queryFn: async () => (await fetchMFAPreference()).enabled?.includes('TOTP') ?? false,
  });
  const goOn = useMutation({
    mutationFn: async () => {
      // The current token was issued without the claim.
      await accessToken(true);
      return unwrap(await api.GET('/cabinet/v1/me')).accessBlock === undefined;
    },
    onSuccess: (isFree) => {
      if (isFree) onReady();
    },
  });
  const { mutate } = goOn;
  useEffect(() => {
    // Set up on another device or in another window.
    if (preference.data === true) mutate();
  }, [preference.data, mutate]);

  const contents = () => {
    if (preference.isPending || goOn.isPending) return <Loading />;
    if (preference.isError)
      return (
        <ErrorState
          error={preference.error}
          onRetry={() => {
            void preference.refetch();
          }}
        />
      );
    if (goOn.isError)
      return (
        <ErrorState
          error={goOn.error}
          onRetry={() => {
            mutate();
          }}
        />
      );
    if (goOn.data === false)
      return (
        <Alert color="yellow" role="alert">
          {t('mfaRequired.again')}
        </Alert>
      );
    return <TotpSetUp onDone={mutate} />;
  };
  return (
    <Stack gap="md" align="flex-start">
      <Title order={1}>{t('mfaRequired.title')}</Title>
      <Text>{t('mfaRequired.text')}</Text>
      {contents()}
      <Group>{signOut}</Group>
    </Stack>
  );
}
