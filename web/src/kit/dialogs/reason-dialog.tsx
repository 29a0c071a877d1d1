import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Stands above the reason: what is about to happen, and what else is asked. */
  readonly children?: ReactNode;
  /** What the words are, where they are no reason. */
  readonly label?: string;
  /** Who will read the reason. */
  readonly description: string;
  readonly required: boolean;
  /** Most letters of a reason. */
  readonly maxLength: number;
  /** What the button that does it is called; the dialog's title where nothing else is said. */
  readonly submitLabel?: string;
  /** Whether it ends something. */
  readonly destructive?: boolean;
  /** Why it did not go through. */
  readonly failure?: { readonly message: string; readonly title?: string; readonly color?: string } | null;
  readonly pending: boolean;
  /** The reason without blanks around it; empty where none was given. */
  readonly onSubmit: (reason: string) => void;
}

/** Asks for the reason of something before it is done. What was typed stays while the dialog is closed. */
export function ReasonDialog({
  opened,
  onClose,
  title,
  children,
  label,
  description,
  required,
  maxLength,
  submitLabel = title,
  destructive = false,
  failure = null,
  pending,
  onSubmit,
}: ReasonDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(reason.trim());
        }}
      >
        <Stack>
          {failure === null ? null : (
            <Alert color={failure.color ?? 'red'} role="alert" title={failure.title}>
              {failure.message}
            </Alert>
          )}
          {children}
          <Textarea
            label={label ?? t('form.reason')}
            description={description}
            required={required}
            autosize
            minRows={3}
            maxLength={maxLength}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={pending} {...(destructive ? { color: 'red' } : {})}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
