import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ApproveDialog } from './approve-dialog.tsx';
import { approve } from './steps.ts';
import type { Application } from '../../entities/application/review-queries.ts';

interface ApproveApplicationProps {
  readonly application: Application;
  readonly version: string | undefined;
}

/** Approves an application after a confirmation; an interrupted approval continues without one. */
export function ApproveApplication({ application, version }: ApproveApplicationProps) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const { id, state, plan } = application;
  const approving = useMutation({
    mutationFn: (approval: Parameters<typeof approve>[1]) => approve({ id, version }, approval),
    onSuccess: close,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['application', id] }),
  });
  const label = t(state === 'approving' ? 'step.goOn' : 'step.approve');
  return (
    <>
      <Button onClick={open}>{label}</Button>
      <ApproveDialog
        opened={opened}
        onClose={close}
        title={label}
        plan={plan}
        begun={application.approval}
        agreementNumber={application.form?.agreementNumber}
        failure={approving.error}
        pending={approving.isPending}
        onSubmit={approving.mutate}
      />
    </>
  );
}
