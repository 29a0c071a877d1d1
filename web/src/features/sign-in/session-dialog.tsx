import { getDefaultZIndex, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reportSessionRestored } from '../../session/session-lost.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Signs in again. Only that closes it. */
export default function SessionDialog({ opened }: { opened: boolean }) {
  const { t } = useTranslation('signIn');
  return (
    <Modal
      opened={opened}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      // Over everything: whatever else asks for something needs a session.
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
