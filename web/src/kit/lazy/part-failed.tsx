import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '../icons/alert-triangle.ts';
import { useTranslation } from 'react-i18next';
import classes from './part-failed.module.css';

/** Says that a part of the page could not be loaded. A browser retries a failed script only on a new page. */
export function PartFailed() {
  const { t } = useTranslation();
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle />}
      title={t('feedback.partTitle')}
      role="alert"
      className={classes['notice'] ?? ''}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('feedback.partText')}</Text>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            location.reload();
          }}
        >
          {t('feedback.reload')}
        </Button>
      </Stack>
    </Alert>
  );
}
