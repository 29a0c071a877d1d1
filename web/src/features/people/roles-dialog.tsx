import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { operatorRoles } from '../../../../shared/auth/roles.ts';
import { Loading } from '../../kit/feedback/loading.tsx';
import { ErrorState } from '../../kit/feedback/error-state.tsx';
import { personQuery, type Person, type Role } from './people-queries.ts';
import { change } from './person-steps.ts';
import { RoleChoice } from './role-choice.tsx';

interface RolesDialogProps {
  readonly person: Person;
  readonly isMe: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Changes the roles of a person, starting with those in the user pool, since a list may be out of date. */
export function RolesDialog({ person, isMe, opened, onClose }: RolesDialogProps) {
  const { t } = useTranslation('people');
  const { id } = person;
  const { data, error, isFetching, refetch } = useQuery({ ...personQuery(id), enabled: opened });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('step.roles')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text size="sm" fw={600}>
          {person.name ?? person.email}
        </Text>
        {error === null ? null : (
          <ErrorState
            error={error}
            onRetry={() => {
              void refetch();
            }}
          />
        )}
        {data === undefined || isFetching ? (
          error === null ? (
            <Loading />
          ) : null
        ) : (
          <RolesForm id={id} before={data.roles ?? []} isMe={isMe} onClose={onClose} />
        )}
      </Stack>
    </Modal>
  );
}

interface RolesFormProps {
  readonly id: string;
  readonly before: readonly Role[];
  readonly isMe: boolean;
  readonly onClose: () => void;
}

function RolesForm({ id, before, isMe, onClose }: RolesFormProps) {
  const { t } = useTranslation('people');
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState(before);
  const save = useMutation({
    mutationFn: () => change(id, { roles: [...chosen] }),
    // Only then: refetching the person resets the form and its error message.
    onSuccess: () => {
      onClose();
      return queryClient.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const leaves = isMe && before.includes('administrator') && !chosen.includes('administrator');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        {save.error === null ? null : (
          <Alert color="red" role="alert">
            {save.error.message}
          </Alert>
        )}
        <RoleChoice choices={operatorRoles} value={chosen} onChange={setChosen} />
        {leaves ? (
          <Alert color="orange" role="status">
            {t('leavesAdministration')}
          </Alert>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={chosen.length === 0}>
            {t('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
