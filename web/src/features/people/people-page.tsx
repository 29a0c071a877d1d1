import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '../../kit/icons/user-plus.ts';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PagedList } from '../../kit/list/paged-list.tsx';
import type { Column } from '../../kit/list/resource-list.tsx';
import { meQuery } from '../../entities/me/me.ts';
import { StateBadge } from '../../entities/state/state-badge.tsx';
import { EmptyState } from '../../kit/feedback/empty-state.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { Machines } from './machines.tsx';
import { PersonMenu } from './person-menu.tsx';
import { ownIdQuery, peopleQuery, type Person } from './people-queries.ts';
import { PersonRoles } from './role-names.tsx';

/** The operator's users with their roles and states. */
export default function PeoplePage() {
  const { t } = useTranslation('people');
  const { data: me } = useSuspenseQuery(meQuery);
  const [inviting, { open, close }] = useDisclosure();
  return (
    <Stack gap="xl">
      <Stack gap="lg">
        <Group justify="space-between">
          <Stack gap={4}>
            <Title order={1}>{t('nav.people')}</Title>
            <Text c="dimmed">{t('text')}</Text>
          </Stack>
          {me.suspended ? null : (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={open}>
              {t('invite')}
            </Button>
          )}
        </Group>
        <PagedList
          label={t('nav.people')}
          query={peopleQuery}
          keyOf={({ id }) => id}
          columns={useColumns()}
          empty={<EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
        />
      </Stack>
      <Machines />
      <InviteDialog opened={inviting} onClose={close} />
    </Stack>
  );
}

function useColumns(): readonly Column<Person>[] {
  const { t } = useTranslation('people');
  const { data: ownId } = useQuery(ownIdQuery);
  return [
    {
      id: 'person',
      title: t('person'),
      width: 'minmax(0, 2fr)',
      render: ({ id, name, email }) => (
        <div>
          <Group gap={6}>
            <Text size="sm" fw={600}>
              {name ?? email}
            </Text>
            {id === ownId ? (
              <Badge size="sm" variant="light" tt="none">
                {t('you')}
              </Badge>
            ) : null}
          </Group>
          {name === undefined ? null : (
            <Text size="xs" c="dimmed">
              {email}
            </Text>
          )}
        </div>
      ),
    },
    {
      id: 'roles',
      title: t('roles'),
      width: 'minmax(0, 2fr)',
      render: (person) => <PersonRoles person={person} />,
    },
    {
      id: 'status',
      title: t('column.state'),
      width: '220px',
      render: ({ status, unfinished }) => (
        <Stack gap={2} align="flex-start">
          <StateBadge state={status} />
          {unfinished === true ? (
            <Text size="xs" c="orange">
              {t('unfinished')}
            </Text>
          ) : null}
        </Stack>
      ),
    },
    {
      id: 'actions',
      title: t('column.actions'),
      width: '110px',
      render: (person) => <PersonMenu person={person} isMe={person.id === ownId} />,
    },
  ];
}
