import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import { ReasonDialog } from '../../kit/dialogs/reason-dialog.tsx';
import type { Service } from '../../entities/service/service-queries.ts';

/** Suspends or resumes a service, with a reason. */
export function SuspendService({ service }: { service: Service }) {
  const { t } = useTranslation('services');
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const state = service.status === 'suspended' ? 'active' : 'suspended';
  const transition = useMutation({
    mutationFn: async (reason: string) =>
      unwrap(
        await api.POST('/cabinet/v1/product/{id}/transition', {
          params: { path: { id: service.id } },
          body: { state, reason },
        }),
      ),
    onSuccess: close,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['service', service.id] }),
  });
  if (service.status !== 'active' && service.status !== 'suspended') return null;
  const label = t(state === 'active' ? 'resume' : 'suspend');
  return (
    <>
      <Button variant="default" onClick={open}>
        {label}
      </Button>
      <ReasonDialog
        // The error of one step is not shown for the next.
        key={state}
        opened={opened}
        onClose={close}
        title={label}
        description={t('reasonText')}
        required
        maxLength={1000}
        failure={transition.error}
        pending={transition.isPending}
        onSubmit={transition.mutate}
      />
    </>
  );
}
