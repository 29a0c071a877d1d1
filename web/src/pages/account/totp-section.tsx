import { fetchMFAPreference, setUpTOTP, updateMFAPreference, verifyTOTPSetup } from '@aws-amplify/auth';
import { Alert, Badge, Box, Button, Card, Code, Group, Stack, Text, Title } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../states/loading.tsx';
import { lazyPart } from '../../app/lazy.ts';
import { Part } from '../../states/part.tsx';
import { Failure } from '../../states/states.tsx';
import { failureOf } from '../../session/sign-in-steps.ts';

const OneTimeCode = lazyPart(() => import('../../session/one-time-code.tsx'));
const QrCode = lazyPart(() => import('../../session/qr-code.tsx'));

/** The second factor: on or off, and how to connect an authenticator. */
export function TotpSection() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const preference = useQuery({
    queryKey: ['totp'],
    queryFn: async () => (await fetchMFAPreference()).enabled?.includes('TOTP') ?? false,
  });
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => setUpTOTP() });
  const settled = { onSettled: () => queryClient.invalidateQueries({ queryKey: ['totp'] }) };
  const finish = useMutation({
    mutationFn: async () => {
      await verifyTOTPSetup({ code });
      await updateMFAPreference({ totp: 'PREFERRED' });
    },
    onSuccess: () => {
      begin.reset();
      setCode('');
    },
    ...settled,
  });
  const turnOff = useMutation({ mutationFn: () => updateMFAPreference({ totp: 'DISABLED' }), ...settled });
  const failed = begin.error ?? finish.error ?? turnOff.error;

  if (preference.isPending) return <Loading />;
  if (preference.isError)
    return (
      <Failure
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
          <Title order={2}>{t('account.totpTitle')}</Title>
          {preference.data ? (
            <Badge color="teal" leftSection={<IconShieldCheck size={14} />}>
              {t('account.totpOn')}
            </Badge>
          ) : (
            <Badge color="gray" leftSection={<IconShieldOff size={14} />}>
              {t('account.totpOff')}
            </Badge>
          )}
        </Group>
        <Text c="dimmed" size="sm">
          {t('account.totpText')}
        </Text>
        {failed === null ? null : (
          <Alert color="red" role="alert">
            {t(`signIn.failures.${failureOf(failed)}`)}
          </Alert>
        )}
        {begin.data === undefined ? null : (
          <Stack gap="sm">
            <Text size="sm">{t('signIn.totpSetUpText')}</Text>
            <Part fallback={<Box h={208} />}>
              <QrCode value={begin.data.getSetupUri(t('app.title')).toString()} />
            </Part>
            <Text size="sm">
              {t('signIn.totpSecret')} <Code>{begin.data.sharedSecret}</Code>
            </Text>
            <Part fallback={<Box h={36} />}>
              <OneTimeCode value={code} onChange={setCode} />
            </Part>
            <Button
              onClick={() => {
                finish.mutate();
              }}
              loading={finish.isPending}
              disabled={code.length < 6}
            >
              {t('signIn.confirm')}
            </Button>
          </Stack>
        )}
        {begin.data === undefined && !preference.data ? (
          <Button
            onClick={() => {
              begin.mutate();
            }}
            loading={begin.isPending}
          >
            {t('account.totpConnect')}
          </Button>
        ) : null}
        {preference.data ? (
          <Button
            variant="default"
            onClick={() => {
              turnOff.mutate();
            }}
            loading={turnOff.isPending}
          >
            {t('account.totpTurnOff')}
          </Button>
        ) : null}
      </Stack>
    </Card>
  );
}
