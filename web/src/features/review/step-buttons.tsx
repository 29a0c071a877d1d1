import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { isStale } from '../../api/problem.ts';
import { ApproveApplication } from './approve-application.tsx';
import type { Application } from '../../entities/application/review-queries.ts';
import { ReasonStep } from './reason-step.tsx';
import { take } from './steps.ts';

interface StepButtonsProps {
  readonly application: Application;
  readonly version: string | undefined;
}

/** The possible steps of an application in its state. */
export function StepButtons({ application, version }: StepButtonsProps) {
  const { t } = useTranslation('review');
  const { state, channel } = application;
  if (state === 'approved' || state === 'refused' || state === 'draft') return null;
  if (state === 'approving') return <ApproveApplication application={application} version={version} />;
  // Corrections on paper are registered by the manager who takes the application again.
  const answered = channel === 'paper' && state === 'correctionRequested';
  return (
    <Group gap="sm">
      {application.takenBy?.isMe === true && !answered ? null : (
        <Take
          application={application}
          version={version}
          label={t(
            answered ? 'step.received' : application.takenBy === undefined ? 'step.take' : 'step.takeOver',
          )}
        />
      )}
      {state === 'correctionRequested' ? null : (
        <ReasonStep application={application} version={version} step="ask" />
      )}
      <ReasonStep application={application} version={version} step="refuse" />
      {state === 'correctionRequested' ? null : (
        <ApproveApplication application={application} version={version} />
      )}
    </Group>
  );
}

function Take({ application: { id }, version, label }: StepButtonsProps & { readonly label: string }) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const taking = useMutation({
    mutationFn: () => take({ id, version }),
    onError: (error) => {
      notifications.show(
        isStale(error)
          ? { color: 'orange', title: t('staleTitle'), message: t('stale.repeat') }
          : { color: 'red', message: error.message },
      );
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['application', id] }),
  });
  return (
    <Button
      variant="default"
      loading={taking.isPending}
      onClick={() => {
        taking.mutate();
      }}
    >
      {label}
    </Button>
  );
}
