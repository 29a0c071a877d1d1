import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerDays } from '../../../../shared/application/answer-term.ts';
import { isStale } from '../../api/problem.ts';
import { ReasonDialog } from '../../kit/dialogs/reason-dialog.tsx';
import type { Application } from '../../entities/application/review-queries.ts';
import { refuse, requestCorrection } from './steps.ts';

interface ReasonStepProps {
  readonly application: Application;
  readonly version: string | undefined;
  readonly step: 'ask' | 'refuse';
}

/** Requests corrections or refuses, with a text for the applicant. */
export function ReasonStep({ application: { id }, version, step }: ReasonStepProps) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const taking = useMutation({
    mutationFn: (words: string) => (step === 'ask' ? requestCorrection : refuse)({ id, version }, words),
    onSuccess: close,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['application', id] }),
  });
  return (
    <>
      <Button variant="default" onClick={open} {...(step === 'refuse' ? { c: 'red' } : {})}>
        {t(`step.${step}`)}
      </Button>
      <ReasonDialog
        opened={opened}
        onClose={close}
        title={t(`step.${step}`)}
        label={t(step === 'ask' ? 'whatToCorrect' : 'form.reason')}
        description={t('applicantReads')}
        required
        maxLength={2000}
        destructive={step === 'refuse'}
        failure={
          isStale(taking.error)
            ? { title: t('staleTitle'), message: t('stale.repeat'), color: 'orange' }
            : taking.error
        }
        pending={taking.isPending}
        onSubmit={taking.mutate}
      >
        <Text size="sm">{t(`before.${step}`, { days: answerDays })}</Text>
      </ReasonDialog>
    </>
  );
}
