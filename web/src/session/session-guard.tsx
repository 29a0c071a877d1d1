import { Modal, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInForm } from './sign-in-form.tsx';
import { isSessionLost, onSessionChange, reportSessionRestored } from './session-lost.ts';

/** Over whatever page is open when the session is lost: signing in again goes on where one was, with nothing typed lost. */
export function SessionGuard() {
  const { t } = useTranslation();
  const lost = useSyncExternalStore(onSessionChange, isSessionLost);
  return (
    <Modal
      opened={lost}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('session.lostTitle')}
      centered
    >
      <Text size="sm" mb="md">
        {t('session.lostText')}
      </Text>
      <SignInForm onDone={reportSessionRestored} />
    </Modal>
  );
}
