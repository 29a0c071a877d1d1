import { Button } from '@mantine/core';
import { IconCloudOff } from '../icons/cloud-off.ts';
import { IconMapOff } from '../icons/map-off.ts';
import { IconMoodSad } from '../icons/mood-sad.ts';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotLoaded } from '../lazy/lazy.ts';
import { reloadOnce } from '../lazy/reload.ts';
import { Loading } from './loading.tsx';
import { StateMessage } from './state-message.tsx';

/** A page that could not be loaded, or threw while rendering. */
export function Crash({ error }: ErrorComponentProps) {
  return error instanceof NotLoaded ? <PageNotLoaded /> : <Broken />;
}

/** Reloads once automatically, which fetches the scripts of a newer deployment; then explains what to do. */
function PageNotLoaded() {
  const { t } = useTranslation();
  const [helpless, setHelpless] = useState(false);
  useEffect(() => {
    void reloadOnce().then((reloading) => {
      setHelpless(!reloading);
    });
  }, []);
  if (!helpless) return <Loading />;
  return (
    <StateMessage
      icon={<IconCloudOff />}
      title={t('feedback.pageTitle')}
      text={t('feedback.pageText')}
      action={<Reload label={t('feedback.retry')} />}
    />
  );
}

function Broken() {
  const { t } = useTranslation();
  return (
    <StateMessage
      icon={<IconMoodSad />}
      title={t('feedback.crashTitle')}
      text={t('feedback.crashText')}
      action={<Reload label={t('feedback.reload')} />}
    />
  );
}

function Reload({ label }: { label: string }) {
  return (
    <Button
      onClick={() => {
        location.reload();
      }}
    >
      {label}
    </Button>
  );
}

/** Shown for an unknown URL. */
export function NotFound() {
  const { t } = useTranslation();
  const home = (
    <Button component="a" href="/">
      {t('feedback.toHome')}
    </Button>
  );
  return (
    <StateMessage
      icon={<IconMapOff />}
      title={t('feedback.notFoundTitle')}
      text={t('feedback.notFoundText')}
      action={home}
    />
  );
}
