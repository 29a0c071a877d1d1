import { Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../kit/feedback/loading.tsx';
import { ErrorState } from '../../../kit/feedback/error-state.tsx';
import { FilePicker } from '../../../kit/upload/file-picker.tsx';
import { UploadLine } from '../../../kit/upload/upload-line.tsx';
import { meQuery } from '../../../entities/me/me.ts';
import type { Order } from '../../../entities/order/order-queries.ts';
import { AttachmentLine } from './attachment-line.tsx';
import { attachmentsQuery } from './attachment-queries.ts';
import { useAttachments } from './use-attachments.ts';

/** The files of an order from both sides, and an upload area while it is open. */
export function OrderAttachments({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { data, error, refetch } = useQuery(attachmentsQuery(order.id));
  const { uploads, add, retry, forget } = useAttachments(order.id);
  const { data: me } = useSuspenseQuery(meQuery);
  // A final order waits for no side.
  const isOpen = order.waitingFor !== undefined && !me.suspended;
  // A file may have arrived although its answer was lost: then it is in the list, and not a failure.
  const arrived = new Set(data?.flatMap(({ id, state }) => (state === 'awaited' ? [] : [id])));
  const onTheirWay = uploads.filter(({ fileId }) => fileId === undefined || !arrived.has(fileId));
  const awaited = new Set(onTheirWay.map(({ fileId }) => fileId));
  const shown = data?.filter(({ id }) => !awaited.has(id));
  return (
    <Stack gap="md">
      {onTheirWay.some(({ failure }) => failure !== undefined) ? (
        <Text size="sm">{t('attachments.orderStands')}</Text>
      ) : null}
      {onTheirWay.map((upload) => (
        <UploadLine
          key={upload.key}
          upload={upload}
          onRetry={() => {
            retry(upload);
          }}
          onForget={() => {
            forget(upload.key);
          }}
        />
      ))}
      {error !== null && shown === undefined ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      ) : shown === undefined ? (
        <Loading />
      ) : (
        shown.map((attachment) => (
          <AttachmentLine key={attachment.id} orderId={order.id} attachment={attachment} isOpen={isOpen} />
        ))
      )}
      {shown?.length === 0 && onTheirWay.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('attachments.none')}
        </Text>
      ) : null}
      {isOpen ? <FilePicker what={t('order.files')} onPick={add} /> : null}
    </Stack>
  );
}
