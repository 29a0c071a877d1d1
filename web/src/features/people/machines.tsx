import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '../../kit/icons/plus.ts';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { failureOf } from '../../api/problem.ts';
import { formatDate } from '../../kit/format/format.ts';
import { PagedList } from '../../kit/list/paged-list.tsx';
import type { Column } from '../../kit/list/resource-list.tsx';
import { meQuery } from '../../entities/me/me.ts';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { ConfirmDialog } from '../../kit/dialogs/confirm-dialog.tsx';
import { MachineDialog } from './machine-dialog.tsx';
import { type Machine, machinesPath, machinesQuery } from './people-queries.ts';
import { RoleNames } from './role-names.tsx';

/** Accounts of the operator's systems for the API. */
export function Machines() {
  const { t } = useTranslation('people');
  const { data: me } = useSuspenseQuery(meQuery);
  const [creating, { open, close }] = useDisclosure();
  return (
    <Stack gap="md" component="section">
      <Group justify="space-between">
        <Stack gap={4}>
          <Title order={2}>{t('machines.title')}</Title>
          <Text c="dimmed" size="sm">
            {t('machines.text')}
          </Text>
        </Stack>
        {me.suspended ? null : (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            {t('machines.create')}
          </Button>
        )}
      </Group>
      <PagedList
        label={t('machines.title')}
        query={machinesQuery}
        keyOf={({ id }) => id}
        columns={useColumns()}
        empty={
          <Text size="sm" c="dimmed">
            {t('machines.empty')}
          </Text>
        }
      />
      <MachineDialog opened={creating} onClose={close} />
    </Stack>
  );
}

function useColumns(): readonly Column<Machine>[] {
  const { t } = useTranslation('people');
  return [
    {
      id: 'name',
      title: t('machines.system'),
      width: 'minmax(0, 2.4fr)',
      render: ({ name, login }) => (
        <div>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {login}
          </Text>
        </div>
      ),
    },
    {
      id: 'roles',
      title: t('roles'),
      width: 'minmax(0, 1.6fr)',
      render: ({ roles }) => <RoleNames roles={roles} />,
    },
    {
      id: 'created',
      title: t('machines.createdAt'),
      width: '130px',
      render: ({ createdAt }) => formatDate(createdAt),
    },
    {
      id: 'state',
      title: t('column.state'),
      width: '170px',
      render: ({ state }) => <StateBadge state={state} />,
    },
    {
      id: 'actions',
      title: t('column.actions'),
      width: '130px',
      render: (machine) => (machine.state === 'revoked' ? null : <Revoke machine={machine} />),
    },
  ];
}

function Revoke({ machine: { id, name } }: { machine: Machine }) {
  const { t } = useTranslation('people');
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const revoke = useMutation({
    mutationFn: async () => {
      const result = await api.DELETE(`${machinesPath}/{id}`, { params: { path: { id } } });
      if (!result.response.ok) throw failureOf(result);
    },
    onSuccess: close,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['machines'] }),
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        c="red"
        style={{ justifySelf: 'start' }}
        onClick={open}
        aria-label={t('machines.revokeOne', { name })}
      >
        {t('machines.revoke')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('machines.revoke')}
        text={t('machines.revokeText', { name })}
        destructive
        failure={revoke.error}
        pending={revoke.isPending}
        onConfirm={revoke.mutate}
      />
    </>
  );
}
