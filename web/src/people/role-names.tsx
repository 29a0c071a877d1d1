import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from './people-queries.ts';

/** What somebody may do; unknown of who was created in the Cognito console and never signed in. */
export function RoleNames({ roles }: { roles: readonly Role[] | undefined }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" {...(roles === undefined ? { c: 'dimmed' } : {})}>
      {roles === undefined
        ? t('people.rolesUnknown')
        : roles.map((role) => t(`nav.roles.${role}`)).join(', ')}
    </Text>
  );
}
