import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Person, personQuery, type Role } from './people-queries.ts';

/** The roles of a person; read from the user pool if the list lacks them. */
export function PersonRoles({ person }: { person: Person }) {
  const { data } = useQuery({ ...personQuery(person.id), enabled: person.roles === undefined });
  return <RoleNames roles={person.roles ?? data?.roles ?? []} />;
}

/** Roles by their names. */
export function RoleNames({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation();
  return (
    <Text size="sm">{roles.length === 0 ? '—' : roles.map((role) => t(`role.${role}`)).join(', ')}</Text>
  );
}
