import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { attachmentLimits } from '../../../../../shared/order/attachment-limits.ts';
import { useAttachments } from '../../../kit/upload/use-attachments.ts';
import { announceAttachment, type Attachment, renewAttachment } from './attachment-queries.ts';
import { takeFiles } from './chosen-files.ts';

/** Uploads files to an order: first those chosen on the form, then any others. */
export function useOrderAttachments(orderId: string, attachments: readonly Attachment[]) {
  const client = useQueryClient();
  const { add, ...control } = useAttachments(
    {
      announce: (announcement) => announceAttachment(orderId, announcement),
      renew: (fileId) => renewAttachment(orderId, fileId),
    },
    attachmentLimits,
    attachments,
    () => client.invalidateQueries({ queryKey: ['order', orderId] }),
  );
  const send = useRef(add);
  useEffect(() => {
    send.current = add;
  });
  useEffect(() => {
    send.current(undefined, takeFiles(orderId));
  }, [orderId]);
  return {
    ...control,
    add: (files: readonly File[]) => {
      add(undefined, files);
    },
  };
}
