import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { ApiError, unwrap } from '../../api/problem.ts';
import { carrierPeopleQuery } from '../../entities/carrier-person/carrier-people-query.ts';
import { ManagerSelect } from './manager-select.tsx';
import { type Operator, operatorPath } from './operator-queries.ts';

/** Assigns an operator and its open requests to another account manager, in as many calls as necessary. */
export function AssignManager({ operator }: { operator: Operator }) {
  const { t } = useTranslation('operators');
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [chosen, setChosen] = useState<string | null>(null);
  const assign = useMutation({
    mutationFn: async (managerSub: string) => {
      let moved = 0;
      for (;;) {
        const answer = unwrap(
          await api.POST(`${operatorPath}/manager`, {
            params: { path: { id: operator.id } },
            body: { managerSub },
          }),
        );
        moved += answer.moved;
        // If nothing is left to move now, the last requests appear within a minute or two.
        if (answer.state === 'completed' || answer.moved === 0)
          return { moved, completed: answer.state === 'completed' };
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['operator', operator.id] }),
  });
  const { data, error } = assign;
  const refusal =
    error instanceof ApiError
      ? error.problems.find(({ pointer }) => pointer === '/managerSub')?.message
      : undefined;
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          assign.reset();
          setChosen(null);
          void refetchCarrierPeople(queryClient);
          open();
        }}
      >
        {t('assign')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('assign')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen !== null) assign.mutate(chosen);
          }}
        >
          <Stack>
            <Text size="sm">{t('assignText')}</Text>
            {error === null || refusal !== undefined ? null : (
              <Alert color="red" role="alert">
                {error.message}
              </Alert>
            )}
            {data === undefined ? null : (
              <Alert color={data.completed ? 'teal' : 'orange'} role="status">
                {t(data.completed ? 'assigned' : 'assigning', { count: data.moved })}
              </Alert>
            )}
            <ManagerSelect
              value={chosen}
              error={refusal}
              readOnly={assign.isPending}
              onChange={(managerSub) => {
                assign.reset();
                setChosen(managerSub);
              }}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('action.close')}
              </Button>
              <Button type="submit" loading={assign.isPending} disabled={chosen === null}>
                {t('assign')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

/** Reads the list again, since a manager may have been added just now: also if a first request has no answer yet. */
async function refetchCarrierPeople(queryClient: QueryClient): Promise<void> {
  await queryClient.cancelQueries(carrierPeopleQuery);
  await queryClient.invalidateQueries(carrierPeopleQuery);
}
