import { Alert, Button, Checkbox, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStale } from '../../api/problem.ts';
import { type Application, applicationQuery } from '../../entities/application/review-queries.ts';
import { tick } from './steps.ts';

type Point = keyof Application['checkList'];

const points = [
  'applicationSigned',
  'identityChecked',
  'authorityChecked',
  'requisitesChecked',
] as const satisfies readonly Point[];

/** The checklist that is required for approval; every tick is saved immediately. */
export function CheckList({ application }: { application: Application }) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const { queryKey } = applicationQuery(application.id);
  const open = ['submitted', 'inReview', 'correctionRequested'].includes(application.state);
  const mutationKey = ['check list', application.id];
  // Ticks that the API has not answered yet: users tick faster than it answers.
  const [ticked, setTicked] = useState<Partial<Record<Point, boolean>>>({});
  const save = useMutation({
    mutationKey,
    // One after the other: each tick expects the version that the previous one created.
    scope: { id: application.id },
    mutationFn: async (change: Partial<Record<Point, boolean>>) =>
      tick({ id: application.id, version: queryClient.getQueryData(queryKey)?.version }, change),
    onMutate: async (change) => {
      setTicked((before) => ({ ...before, ...change }));
      // A pending answer does not include this tick.
      await queryClient.cancelQueries({ queryKey });
    },
    onSuccess: ({ application: { checkList }, version }) => {
      queryClient.setQueryData(queryKey, (before) =>
        before === undefined ? before : { application: { ...before.application, checkList }, version },
      );
    },
    onSettled: async (_saved, error) => {
      // After the last one, refetch what is still required for approval; after an error, the actual state.
      const isLast = queryClient.isMutating({ mutationKey }) <= 1;
      if (error !== null) setTicked({});
      else if (isLast) {
        await queryClient.invalidateQueries({ queryKey });
        if (queryClient.isMutating({ mutationKey }) <= 1) setTicked({});
      }
    },
  });
  const reload = async () => {
    await queryClient.invalidateQueries({ queryKey });
    save.reset();
  };
  const shown = { ...application.checkList, ...ticked };
  return (
    <Stack gap="sm">
      {save.error === null ? null : (
        <Alert
          color={isStale(save.error) ? 'orange' : 'red'}
          role="alert"
          title={isStale(save.error) ? t('staleTitle') : save.error.message}
        >
          <Stack gap="xs" align="flex-start">
            {isStale(save.error) ? <Text size="sm">{t('staleText')}</Text> : null}
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                void reload();
              }}
            >
              {t('feedback.reload')}
            </Button>
          </Stack>
        </Alert>
      )}
      {points.map((point) => (
        <Checkbox
          key={point}
          label={t(`point.${point}`)}
          checked={shown[point]}
          disabled={!open}
          onChange={(event) => {
            save.mutate({ [point]: event.currentTarget.checked });
          }}
        />
      ))}
      {open ? (
        <Text size="xs" c="dimmed" aria-live="polite">
          {save.isPending ? t('saving') : t('savedAtOnce')}
        </Text>
      ) : null}
    </Stack>
  );
}
