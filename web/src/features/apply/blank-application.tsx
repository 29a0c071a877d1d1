import { Button } from '@mantine/core';
import { IconDownload } from '../../kit/icons/download.ts';
import { useTranslation } from 'react-i18next';
import type { paths } from '../../api/schema.d.ts';

const address: keyof paths = '/cabinet/v1/application/form';

/** The standard application, blank. */
export function BlankApplication() {
  const { t } = useTranslation('apply');
  return (
    <Button
      component="a"
      href={address}
      download
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      {t('blank')}
    </Button>
  );
}
