import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/problem.ts';
import { IconAlertTriangle } from '../icons/alert-triangle.ts';
import { IconLock } from '../icons/lock.ts';
import { IconMapOff } from '../icons/map-off.ts';
import { StateMessage } from './state-message.tsx';

/** Replaces what could not be loaded: not found, forbidden, or an error with a button to retry. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const status = error instanceof ApiError ? error.status : undefined;
  if (status === 404) {
    return (
      <StateMessage
        icon={<IconMapOff />}
        title={t('feedback.notFoundTitle')}
        text={t('feedback.notFoundText')}
      />
    );
  }
  if (status === 403) {
    return (
      <StateMessage
        icon={<IconLock />}
        title={t('feedback.forbiddenTitle')}
        text={t('feedback.forbiddenText')}
      />
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
