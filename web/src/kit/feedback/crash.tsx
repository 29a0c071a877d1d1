import { Button } from '@mantine/core';
import { IconCloudOff, IconMapOff, IconMoodSad } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotLoaded } from '../lazy/lazy.ts';
import { reloadOnce } from '../lazy/reload.ts';
import { Loading } from './loading.tsx';
import { Notice } from './states.tsx';

/** A page that did not arrive, or threw while being shown. */
export function Crash({ error }: ErrorComponentProps) {
  return error instanceof NotLoaded ? <PageNotLoaded /> : <Broken />;
}

/** Reloads once by itself, which fetches the scripts of a newer deployment; says what to do where that is no help. */
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
    <Notice
      icon={<IconCloudOff />}
      title={t('states.pageTitle')}
      text={t('states.pageText')}
      action={<Reload label={t('states.retry')} />}
    />
  );
}

function Broken() {
  const { t } = useTranslation();
  return (
    <Notice
      icon={<IconMoodSad />}
      title={t('states.crashTitle')}
      text={t('states.crashText')}
      action={<Reload label={t('states.reload')} />}
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
