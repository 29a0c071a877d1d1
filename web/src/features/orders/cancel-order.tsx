import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import type { Order } from '../../entities/order/order-queries.ts';
import { ReasonDialog } from '../../kit/dialogs/reason-dialog.tsx';

const cancellable = ['acknowledged', 'inProgress', 'pending', 'held'];

/** Requests cancellation from the carrier, who may refuse: work in progress cannot always be undone. */
export function CancelOrder({ order }: { order: Order }) {
  const { t } = useTranslation('orders');
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  // One key per dialog: pressing the button again after a lost answer requests it once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const cancel = useMutation({
    mutationFn: async (cancellationReason: string) =>
      unwrap(
        await api.POST('/tmf-api/productOrderingManagement/v4/cancelProductOrder', {
          headers: { 'idempotency-key': key },
          body: { productOrder: { id: order.id }, cancellationReason },
        }),
      ),
    onSuccess: () => {
      setKey(crypto.randomUUID());
      close();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['order', order.id] }),
  });
  if (!cancellable.includes(order.state)) return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('cancelOrder')}
      </Button>
      <ReasonDialog
        key={key}
        opened={opened}
        onClose={close}
        title={t('cancelOrder')}
        description={t('reasonForCarrier')}
        required
        maxLength={2000}
        submitLabel={t('askToCancel')}
        destructive
        failure={cancel.error}
        pending={cancel.isPending}
        onSubmit={cancel.mutate}
      >
        <Text size="sm">{t('cancelText')}</Text>
      </ReasonDialog>
    </>
  );
}
