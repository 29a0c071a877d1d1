import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { endSession } from '../../session/session.ts';

/** Signs out a user who cannot continue. */
export function SignOutButton() {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      onClick={() => {
        void endSession(false).finally(() => {
          location.assign('/sign-in');
        });
      }}
    >
      {t('nav.signOut')}
    </Button>
  );
}
