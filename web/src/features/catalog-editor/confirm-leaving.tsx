import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before unsaved changes are discarded by leaving the page. */
export function ConfirmLeaving({ isUnsaved }: { isUnsaved: () => boolean }) {
  const { t } = useTranslation('catalogEditor');
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isUnsaved,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  if (status === 'idle') return null;
  return (
    <Modal
      opened
      onClose={reset}
      title={t('unsavedTitle')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text size="sm">{t('unsavedText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" color="red" c="red" onClick={proceed}>
            {t('discard')}
          </Button>
          <Button onClick={reset} data-autofocus>
            {t('stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
