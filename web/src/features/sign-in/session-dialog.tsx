import { getDefaultZIndex, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reportSessionRestored } from '../../session/session-lost.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Dialog to sign in again. It can only be closed by signing in. */
export default function SessionDialog({ opened }: { opened: boolean }) {
  const { t } = useTranslation('signIn');
  return (
    <Modal
      opened={opened}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      // Above all other overlays, which need a session.
      zIndex={getDefaultZIndex('max') + 2}
      title={t('sessionLost.title')}
      centered
    >
      <Text size="sm" mb="md">
        {t('sessionLost.text')}
      </Text>
      <SignInForm onDone={reportSessionRestored} />
    </Modal>
  );
}
