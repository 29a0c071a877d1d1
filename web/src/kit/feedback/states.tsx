import { Alert, Button, Center, Group, Skeleton, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle } from '../icons/alert-triangle.ts';
import { IconInbox } from '../icons/inbox.ts';
import { IconLock } from '../icons/lock.ts';
import { IconMapOff } from '../icons/map-off.ts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/problem.ts';

/** A page or a part of it that has nothing to show: says why, and what can be done about it. */
export function Notice({
  icon,
  title,
  text,
  action,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <Center py={48} px="md">
      <Stack align="center" gap="sm" maw={440} ta="center">
        <ThemeIcon size={48} radius="xl" variant="light" color="gray" aria-hidden>
          {icon}
        </ThemeIcon>
        <Title order={2}>{title}</Title>
        <Text c="dimmed">{text}</Text>
        {action}
      </Stack>
    </Center>
  );
}

/** Nothing there yet. */
export function Empty({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return <Notice icon={<IconInbox />} title={title} text={text} action={action} />;
}

/** Why something could not be shown, in words for people; what is not there and what is not allowed have their own. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const status = error instanceof ApiError ? error.status : undefined;
  if (status === 404) {
    return (
      <Notice icon={<IconMapOff />} title={t('feedback.notFoundTitle')} text={t('feedback.notFoundText')} />
    );
  }
  if (status === 403) {
    return (
      <Notice icon={<IconLock />} title={t('feedback.forbiddenTitle')} text={t('feedback.forbiddenText')} />
    );
  }
  const code = error instanceof ApiError ? `${String(error.status)} ${error.code}` : 'network';
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={t('feedback.errorTitle')} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          {error instanceof ApiError && error.message !== '' ? error.message : t('api.failed', { code })}
        </Text>
        {onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('feedback.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Stands where a list will be. */
export function LoadingRows({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" role="status" aria-label={t('feedback.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Group key={index} wrap="nowrap">
          <Skeleton h={40} radius="sm" />
        </Group>
      ))}
    </Stack>
  );
}
