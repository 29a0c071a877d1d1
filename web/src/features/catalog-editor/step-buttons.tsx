import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/problem.ts';
import type { Status } from './editor-queries.ts';
import type { Kind } from './kinds.ts';
import { type Step, stepsFrom, take } from './steps.ts';

/** Activates, republishes, retires or deletes a resource, each after a confirmation. */
export function StepButtons({
  kind,
  id,
  status,
  version,
  disabled,
}: {
  kind: Kind;
  id: string;
  status: Status;
  version: string | undefined;
  /** While there are unsaved changes: a step applies to the stored resource. */
  disabled: boolean;
}) {
  const { t } = useTranslation('catalogEditor');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Step>();
  const step = useMutation({
    mutationFn: async (wanted: Step) => take(wanted, kind, id, version),
    onSuccess: async (_, wanted) => {
      setAsked(undefined);
      notifications.show({ color: 'teal', message: t(`done.${wanted}`) });
      if (wanted === 'remove') await navigate({ to: '/manage/catalog', search: { tab: kind } });
      await queryClient.invalidateQueries({ queryKey: ['editor'] });
    },
    onError: async (error) => {
      if (!(error instanceof ApiError) || error.status !== 412) return;
      setAsked(undefined);
      notifications.show({
        color: 'orange',
        title: t('stale.title'),
        message: t('staleText'),
        autoClose: false,
      });
      await queryClient.invalidateQueries({ queryKey: ['editor'] });
    },
  });
  return (
    <Group gap="xs">
      {stepsFrom(kind, status).map((wanted) => (
        <Button
          key={wanted}
          variant="default"
          c={wanted === 'remove' || wanted === 'retire' ? 'red' : ''}
          disabled={disabled}
          onClick={() => {
            step.reset();
            setAsked(wanted);
          }}
        >
          {t(`step.${wanted}`)}
        </Button>
      ))}
      {asked === undefined ? null : (
        <Modal
          opened
          onClose={() => {
            setAsked(undefined);
          }}
          title={t(`step.${asked}`)}
          closeButtonProps={{ 'aria-label': t('action.close') }}
        >
          <Stack>
            {step.error === null ? null : (
              <Alert color="red" role="alert" title={step.error.message}>
                {step.error instanceof ApiError
                  ? step.error.problems.map(({ pointer, message }) => (
                      <div key={pointer}>
                        {pointer}: {message}
                      </div>
                    ))
                  : null}
              </Alert>
            )}
            <Text size="sm">{t(`ask.${asked}`)}</Text>
            <Group justify="flex-end">
              <Button
                variant="default"
                onClick={() => {
                  setAsked(undefined);
                }}
              >
                {t('action.cancel')}
              </Button>
              <Button
                loading={step.isPending}
                onClick={() => {
                  step.mutate(asked);
                }}
              >
                {t(`step.${asked}`)}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </Group>
  );
}
