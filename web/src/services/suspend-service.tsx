import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { unwrap } from '../api/problem.ts';
import type { Service } from './service-queries.ts';

/** The carrier's manager suspends a service, or resumes it, and says why. */
export function SuspendService({ service }: { service: Service }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [reason, setReason] = useState('');
  const state = service.status === 'suspended' ? 'active' : 'suspended';
  const transition = useMutation({
    mutationFn: async () =>
      unwrap(
        await api.POST('/cabinet/v1/product/{id}/transition', {
          params: { path: { id: service.id } },
          body: { state, reason },
        }),
      ),
    onSuccess: async () => {
      close();
      setReason('');
      await queryClient.invalidateQueries({ queryKey: ['service', service.id] });
    },
  });
  if (service.status !== 'active' && service.status !== 'suspended') return null;
  const label = t(state === 'active' ? 'services.resume' : 'services.suspend');
  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={label}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            transition.mutate();
          }}
        >
          <Stack>
            {transition.error === null ? null : (
              <Alert color="red" role="alert">
                {transition.error.message}
              </Alert>
            )}
            <Textarea
              label={t('orders.reason')}
              description={t('services.reasonText')}
              required
              autosize
              minRows={3}
              maxLength={1000}
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
              <Button type="submit" loading={transition.isPending}>
                {label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
