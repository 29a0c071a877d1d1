import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReasonDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Shown above the reason: consequences and further fields. */
  readonly children?: ReactNode;
  /** Label of the text, if it is not a reason. */
  readonly label?: string;
  /** Says who will see the reason. */
  readonly description: string;
  readonly required: boolean;
  /** Maximum length of a reason. */
  readonly maxLength: number;
  /** Label of the button; the dialog's title by default. */
  readonly submitLabel?: string;
  /** Whether the step is destructive. */
  readonly destructive?: boolean;
  /** Error message of the last attempt. */
  readonly failure?: { readonly message: string; readonly title?: string; readonly color?: string } | null;
  readonly pending: boolean;
  /** The trimmed reason; empty if none was given. */
  readonly onSubmit: (reason: string) => void;
}

/** Asks for the reason for a step. Input is preserved while the dialog is closed. */
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
