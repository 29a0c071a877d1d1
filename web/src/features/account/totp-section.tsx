import { fetchMFAPreference, updateMFAPreference } from '@aws-amplify/auth';
import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconShieldCheck } from '../../kit/icons/shield-check.ts';
import { IconShieldOff } from '../../kit/icons/shield-off.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { failureOf } from '../../entities/credentials/sign-in-steps.ts';
import { TotpSetUp } from '../../entities/credentials/totp-set-up.tsx';

/** The second factor: on or off, and how to connect an authenticator. */
export function TotpSection() {
  const { t } = useTranslation(['account', 'credentials']);
  const queryClient = useQueryClient();
  const preference = useQuery({
    queryKey: ['totp'],
    queryFn: async () => (await fetchMFAPreference()).enabled?.includes('TOTP') ?? false,
  });
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['totp'] });
  const turnOff = useMutation({
    mutationFn: () => updateMFAPreference({ totp: 'DISABLED' }),
    onSettled: refresh,
  });

  if (preference.isPending) return <Loading />;
  if (preference.isError)
    return (
      <ErrorState
        error={preference.error}
        onRetry={() => {
          void preference.refetch();
        }}
      />
    );
  return (
    <Card withBorder component="section" p="lg">
      <Stack gap="md" align="flex-start">
        <Group>
          <Title order={2}>{t('totpTitle')}</Title>
          {preference.data ? (
            <Badge color="teal" leftSection={<IconShieldCheck size={14} />}>
              {t('totpOn')}
            </Badge>
          ) : (
            <Badge color="gray" leftSection={<IconShieldOff size={14} />}>
              {t('totpOff')}
            </Badge>
          )}
        </Group>
        <Text c="dimmed" size="sm">
          {t('totpText')}
        </Text>
        {turnOff.error === null ? null : (
          <Alert color="red" role="alert">
            {t(`credentials:failures.${failureOf(turnOff.error)}`)}
          </Alert>
        )}
        {preference.data ? (
          <Button
            variant="default"
            onClick={() => {
              turnOff.mutate();
            }}
            loading={turnOff.isPending}
          >
            {t('totpTurnOff')}
          </Button>
        ) : (
          <TotpSetUp
            onDone={() => {
              void refresh();
            }}
          />
        )}
      </Stack>
    </Card>
  );
}
