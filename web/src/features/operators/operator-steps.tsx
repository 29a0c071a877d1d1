import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { unwrap } from '../../api/problem.ts';
import { ReasonDialog } from '../../kit/dialogs/reason-dialog.tsx';
import { type Operator, operatorPath } from './operator-queries.ts';

const steps = {
  suspend: 'suspended',
  resume: 'active',
  close: 'closed',
  reopen: 'active',
} as const satisfies Record<string, Operator['status']>;

type StepName = keyof typeof steps;

const stepsFrom: Readonly<Record<Operator['status'], readonly StepName[]>> = {
  active: ['suspend', 'close'],
  suspended: ['resume', 'close'],
  closed: ['reopen'],
};

/** Suspends, resumes, closes or reopens an operator, each with a reason. */
export function OperatorSteps({ operator }: { operator: Operator }) {
  return (
    <Group gap="sm">
      {stepsFrom[operator.status].map((step) => (
        <Step key={step} operatorId={operator.id} step={step} />
      ))}
    </Group>
  );
}

function Step({ operatorId, step }: { operatorId: string; step: StepName }) {
  const { t } = useTranslation('operators');
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const transition = useMutation({
    mutationFn: async (reason: string) =>
      unwrap(
        await api.POST(`${operatorPath}/transition`, {
          params: { path: { id: operatorId } },
          body: { status: steps[step], reason },
        }),
      ),
    onSuccess: close,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['operator', operatorId] }),
  });
  const destructive = step === 'close' || step === 'suspend';
  return (
    <>
      <Button variant="default" onClick={open} {...(step === 'close' ? { c: 'red' } : {})}>
        {t(`step.${step}`)}
      </Button>
      <ReasonDialog
        opened={opened}
        onClose={close}
        title={t(`step.${step}`)}
        description={t('reasonText')}
        required
        maxLength={1000}
        destructive={destructive}
        failure={transition.error}
        pending={transition.isPending}
        onSubmit={transition.mutate}
      >
        <Text size="sm">{t(`ask.${step}`)}</Text>
      </ReasonDialog>
    </>
  );
}
