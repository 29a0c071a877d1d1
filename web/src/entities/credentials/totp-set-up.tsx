import { setUpTOTP, updateMFAPreference, verifyTOTPSetup } from '@aws-amplify/auth';
import { Alert, Box, Button, Code, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../kit/lazy/lazy.ts';
import { Part } from '../../kit/lazy/part.tsx';
import { failureOf } from './sign-in-steps.ts';

const OneTimeCode = lazyPart(() => import('./one-time-code.tsx'));
const QrCode = lazyPart(() => import('./qr-code.tsx'));

/** Connects an authenticator app to the account of the signed-in user. */
export function TotpSetUp({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('credentials');
  const [code, setCode] = useState('');
  const begin = useMutation({ mutationFn: () => setUpTOTP() });
  const finish = useMutation({
    mutationFn: async () => {
      await verifyTOTPSetup({ code });
      await updateMFAPreference({ totp: 'PREFERRED' });
    },
    onSuccess: onDone,
  });
  const failed = begin.error ?? finish.error;
  return (
    <>
      {failed === null ? null : (
        <Alert color="red" role="alert">
          {t(`failures.${failureOf(failed)}`)}
        </Alert>
      )}
      {begin.data === undefined ? (
        <Button
          onClick={() => {
            begin.mutate();
          }}
          loading={begin.isPending}
        >
          {t('connectTotp')}
        </Button>
      ) : (
        <Stack gap="sm">
          <Text size="sm">{t('totpSetUpText')}</Text>
          <Part fallback={<Box h={208} />}>
            <QrCode value={begin.data.getSetupUri(t('app.title')).toString()} />
          </Part>
          <Text size="sm">
            {t('totpSecret')} <Code style={{ overflowWrap: 'anywhere' }}>{begin.data.sharedSecret}</Code>
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
            {t('confirm')}
          </Button>
        </Stack>
      )}
    </>
  );
}
