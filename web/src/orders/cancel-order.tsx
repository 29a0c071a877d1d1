import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { unwrap } from '../api/problem.ts';
import type { Order } from './order-queries.ts';

const cancellable = ['acknowledged', 'inProgress', 'pending', 'held'];

/** Asks the carrier to cancel. It is a request: what is built already cannot always be unbuilt. */
export function CancelOrder({ order }: { order: Order }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  // One key for one dialog: pressing the button again after a lost answer asks once.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const cancel = useMutation({
    mutationFn: async () =>
      unwrap(
        await api.POST('/tmf-api/productOrderingManagement/v4/cancelProductOrder', {
          headers: { 'idempotency-key': key },
          body: { productOrder: { id: order.id }, cancellationReason: reason.trim() },
        }),
      ),
    onSuccess: () => {
      setKey(crypto.randomUUID());
      setReason('');
      close();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['order', order.id] }),
  });
  if (!cancellable.includes(order.state)) return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('orders.cancelOrder')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('orders.cancelOrder')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            cancel.mutate();
          }}
        >
          <Stack>
            <Text size="sm">{t('orders.cancelText')}</Text>
            {cancel.error === null ? null : (
              <Alert color="red" role="alert">
                {cancel.error.message}
              </Alert>
            )}
            <Textarea
              label={t('orders.reason')}
              description={t('orders.reasonForCarrier')}
              required
              autosize
              minRows={3}
              maxLength={2000}
              value={reason}
              onChange={(event) => {
                setReason(event.currentTarget.value);
              }}
              data-autofocus
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('app.cancel')}
              </Button>
              <Button type="submit" color="red" loading={cancel.isPending}>
                {t('orders.askToCancel')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
