import { Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../kit/feedback/loading.tsx';
import { ErrorState } from '../../../kit/feedback/error-state.tsx';
import { meQuery } from '../../../entities/me/me.ts';
import { attachmentLimits } from '../../../../../shared/order/attachment-limits.ts';
import { AttachmentArea } from '../../../kit/upload/attachment-area.tsx';
import type { Order } from '../../../entities/order/order-queries.ts';
import { AttachmentLine } from './attachment-line.tsx';
import { attachmentsQuery } from './attachment-queries.ts';
import { useOrderAttachments } from './use-order-attachments.ts';

/** The files of an order from both sides, and an upload area while it is open. */
export function OrderAttachments({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const { data, error, refetch } = useQuery(attachmentsQuery(order.id));
  const { uploads, add, retry, forget } = useOrderAttachments(order.id, data ?? []);
  const { data: me } = useSuspenseQuery(meQuery);
  // A final order waits for no side.
  const isOpen = order.waitingFor !== undefined && !me.suspended;
  return (
    <Stack gap="md">
      {uploads.some(({ failure }) => failure !== undefined) ? (
        <Text size="sm">{t('attachments.orderStands')}</Text>
      ) : null}
      {error !== null && data === undefined ? (
        <ErrorState
          error={error}
          onRetry={() => {
            void refetch();
          }}
        />
      ) : data === undefined ? (
        <Loading />
      ) : null}
      {data?.length === 0 && uploads.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('attachments.none')}
        </Text>
      ) : null}
      <AttachmentArea
        what={t('order.files')}
        limits={attachmentLimits}
        files={data ?? []}
        uploads={uploads}
        line={(attachment) => <AttachmentLine orderId={order.id} attachment={attachment} isOpen={isOpen} />}
        onRetry={retry}
        onForget={({ key }) => {
          forget(key);
        }}
        onPick={isOpen ? add : undefined}
      />
    </Stack>
  );
}
