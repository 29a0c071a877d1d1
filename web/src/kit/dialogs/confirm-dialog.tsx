import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Consequences, for the user to confirm. */
  readonly text: string;
  /** Whether something is deleted. */
  readonly destructive: boolean;
  readonly failure: Error | null;
  readonly pending: boolean;
  readonly onConfirm: () => void;
}

/** Asks for confirmation and explains the consequences. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation();
  const { opened, onClose, title, text, destructive, failure, pending, onConfirm } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        {failure === null ? null : (
          <Alert color="red" role="alert">
            {failure.message}
          </Alert>
        )}
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {text}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={pending} onClick={onConfirm} {...(destructive ? { color: 'red' } : {})}>
            {title}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
