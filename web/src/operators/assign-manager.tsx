import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { unwrap } from '../api/problem.ts';
import { type Operator, operatorPath } from './operator-queries.ts';

/** Gives an operator and its open requests to another account manager, as many calls as that takes. */
export function AssignManager({ operator }: { operator: Operator }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const [typed, setTyped] = useState('');
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
        // Where nothing is left to move now, the last requests come within a minute or two.
        if (answer.state === 'completed' || answer.moved === 0)
          return { moved, completed: answer.state === 'completed' };
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['operator', operator.id] }),
  });
  const { data, error } = assign;
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          assign.reset();
          open();
        }}
      >
        {t('operators.assign')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('operators.assign')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            assign.mutate(typed.trim());
          }}
        >
          <Stack>
            <Text size="sm">{t('operators.assignText')}</Text>
            {error === null ? null : (
              <Alert color="red" role="alert">
                {error.message}
              </Alert>
            )}
            {data === undefined ? null : (
              <Alert color={data.completed ? 'teal' : 'orange'} role="status">
                {t(data.completed ? 'operators.assigned' : 'operators.assigning', { count: data.moved })}
              </Alert>
            )}
            <TextInput
              label={t('operators.managerSub')}
              description={t('operators.managerSubText')}
              required
              autoComplete="off"
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
              }}
              data-autofocus
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('app.close')}
              </Button>
              <Button type="submit" loading={assign.isPending} disabled={typed.trim() === ''}>
                {t('operators.assign')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
