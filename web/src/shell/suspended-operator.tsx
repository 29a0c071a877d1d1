import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IconPlayerPause } from '../kit/icons/player-pause.ts';

/** Says why there are no buttons to order, and what is possible nevertheless. */
export function SuspendedOperator() {
  const { t } = useTranslation();
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconPlayerPause aria-hidden />}
      title={t('suspended.title')}
      mb="lg"
    >
      {t('suspended.text')}
    </Alert>
  );
}
