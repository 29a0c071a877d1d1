import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '../../../kit/icons/download.ts';
import { IconTrash } from '../../../kit/icons/trash.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../../kit/format/format.ts';
import { FileLine } from '../../../kit/upload/file-line.tsx';
import { type Attachment, openAttachment, removeAttachment } from './attachment-queries.ts';

interface AttachmentLineProps {
  readonly orderId: string;
  readonly attachment: Attachment;
  /** Whether files can be added and removed. */
  readonly isOpen: boolean;
}

/** One file of an order: name, state and actions. */
export function AttachmentLine({ orderId, attachment, isOpen }: AttachmentLineProps) {
  const { t } = useTranslation('orders');
  const client = useQueryClient();
  const { id, fileName, state, author, createdAt, removable } = attachment;
  const settled = {
    onError: (error: Error) => {
      notifications.show({
        color: 'red',
        message: error.message,
        closeButtonProps: { 'aria-label': t('action.close') },
      });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['order', orderId] }),
  };
  const download = useMutation({
    mutationFn: async () => {
      // The file is sent as a download, so the page stays open.
      location.assign(await openAttachment(orderId, id));
    },
    ...settled,
  });
  const remove = useMutation({ mutationFn: () => removeAttachment(orderId, id), ...settled });
  return (
    <FileLine file={attachment} note={`${author} · ${formatDateTime(createdAt)}`}>
      {state === 'accepted' ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          loading={download.isPending}
          aria-label={t('attachments.downloadFile', { name: fileName })}
          onClick={() => {
            download.mutate();
          }}
        >
          {t('attachments.download')}
        </Button>
      ) : null}
      {isOpen && removable ? (
        <Button
          size="xs"
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={14} aria-hidden />}
          loading={remove.isPending}
          aria-label={t('order.removeFile', { name: fileName })}
          onClick={() => {
            remove.mutate();
          }}
        >
          {t('action.remove')}
        </Button>
      ) : null}
    </FileLine>
  );
}
