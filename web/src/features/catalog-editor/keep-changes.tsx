import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before somebody leaves changes behind that are not saved. */
export function KeepChanges({ isUnsaved }: { isUnsaved: () => boolean }) {
  const { t } = useTranslation();
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
      title={t('editor.unsavedTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Stack>
        <Text size="sm">{t('editor.unsavedText')}</Text>
        <Group justify="flex-end">
          <Button variant="default" color="red" c="red" onClick={proceed}>
            {t('editor.discard')}
          </Button>
          <Button onClick={reset} data-autofocus>
            {t('editor.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
