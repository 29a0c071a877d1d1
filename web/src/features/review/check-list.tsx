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

/** What has to be true before an application may be approved; every tick is saved at once. */
export function CheckList({ application }: { application: Application }) {
  const { t } = useTranslation('review');
  const queryClient = useQueryClient();
  const { queryKey } = applicationQuery(application.id);
  const open = ['submitted', 'inReview', 'correctionRequested'].includes(application.state);
  const mutationKey = ['check list', application.id];
  // What was ticked since the page last heard of it all: ticks come faster than answers.
  const [ticked, setTicked] = useState<Partial<Record<Point, boolean>>>({});
  const save = useMutation({
    mutationKey,
    // One after the other: each tick names the version that the one before it made.
    scope: { id: application.id },
    mutationFn: async (change: Partial<Record<Point, boolean>>) =>
      tick({ id: application.id, version: queryClient.getQueryData(queryKey)?.version }, change),
    onMutate: async (change) => {
      setTicked((before) => ({ ...before, ...change }));
      // An answer that is under way knows nothing of this tick.
      await queryClient.cancelQueries({ queryKey });
    },
    onSuccess: ({ application: { checkList }, version }) => {
      queryClient.setQueryData(queryKey, (before) =>
        before === undefined ? before : { application: { ...before.application, checkList }, version },
      );
    },
    onSettled: async (_saved, error) => {
      // The last one asks what approving needs now, which is worked out by the API; a refusal shows what is true.
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
