import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '../icons/alert-triangle.ts';
import { useTranslation } from 'react-i18next';
import classes from './part-failed.module.css';

/** Over the page: something that it wanted did not arrive. A browser fetches a script that failed only for a new page. */
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
