import { Button, Container, Group, Stack, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/problem.ts';
import { endSession } from '../../session/session.ts';
import { Brand } from '../../shell/brand.tsx';
import { LanguageSwitch } from '../../shell/language-switch.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';

const accountCodes = [
  'noGroup',
  'noRole',
  'roleWithoutOperator',
  'severalOperators',
  'operatorAndCarrier',
  'unknownOperator',
] as const;

/** For accounts without access: what is wrong with the account, and who can fix it. */
export default function NoAccessPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('noAccess');
  const code = error instanceof ApiError ? accountCodes.find((known) => known === error.code) : undefined;
  const leave = () => {
    void endSession(false).then(() => {
      location.assign('/sign-in');
    });
  };
  return (
    <Container size="sm" py="xl" component="main">
      <Stack gap="xl">
        <Group justify="space-between">
          <Brand />
          <LanguageSwitch />
        </Group>
        {code === undefined ? (
          <ErrorState error={error} onRetry={reset} />
        ) : (
          <Stack gap="sm">
            <Title order={1}>{t('title')}</Title>
            <Title order={2}>{t('next')}</Title>
            <Text>{t(code)}</Text>
            <Text c="dimmed">{t('again')}</Text>
          </Stack>
        )}
        <Group>
          <Button variant="default" onClick={leave}>
            {t('nav.signOut')}
          </Button>
        </Group>
      </Stack>
    </Container>
  );
}
