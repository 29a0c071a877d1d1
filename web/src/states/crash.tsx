import { Button } from '@mantine/core';
import { IconMapOff, IconMoodSad } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from './states.tsx';

/** A page that threw while being shown. */
export function Crash() {
  const { t } = useTranslation();
  const reload = (
    <Button
      onClick={() => {
        location.reload();
      }}
    >
      {t('states.reload')}
    </Button>
  );
  return (
    <Notice
      icon={<IconMoodSad />}
      title={t('states.crashTitle')}
      text={t('states.crashText')}
      action={reload}
    />
  );
}

/** An address that no page has. */
export function NotFound() {
  const { t } = useTranslation();
  const home = (
    <Button component="a" href="/">
      {t('states.toHome')}
    </Button>
  );
  return (
    <Notice
      icon={<IconMapOff />}
      title={t('states.notFoundTitle')}
      text={t('states.notFoundText')}
      action={home}
    />
  );
}
