import { Alert } from '@mantine/core';
import { IconWifiOff } from '../icons/wifi-off.ts';
import { useTranslation } from 'react-i18next';

/** Banner while the browser is offline. */
export function Offline() {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" icon={<IconWifiOff />} title={t('feedback.offlineTitle')} mb="md" role="status">
      {t('feedback.offlineText')}
    </Alert>
  );
}
