import { Button, Card, Checkbox, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '../../kit/icons/plus.ts';
import { IconTrash } from '../../kit/icons/trash.ts';
import { useTranslation } from 'react-i18next';
import { operatorRoles } from '../../../../shared/auth/roles.ts';
import { Field } from '../../kit/form/field.tsx';
import { ProblemNote } from '../../kit/form/problem-note.tsx';
import type { StepProps } from './company-step.tsx';
import { newUser, type UserFields } from './fields.ts';
import { TextField } from '../../kit/form/text-field.tsx';

/** Maximum number of users of an application. */
const maxUsers = 20;

/** The contact for the application, and the users who need accounts. */
export function PeopleStep({ fields, onChange }: StepProps) {
  const { t } = useTranslation('applicationForm');
  const { contact, users } = fields;
  const type = (attribute: keyof typeof contact) => (value: string) => {
    onChange({ ...fields, contact: { ...contact, [attribute]: value } });
  };
  const changeUsers = (next: UserFields[]) => {
    onChange({ ...fields, users: next });
  };
  return (
    <Stack gap="lg">
      <Stack gap="md" component="section">
        <div>
          <Title order={3}>{t('contact')}</Title>
          <Text size="sm" c="dimmed">
            {t('contactText')}
          </Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
          <TextField
            name="/contact/name"
            label={t('personName')}
            required
            autoComplete="name"
            value={contact.name}
            onType={type('name')}
          />
          <TextField
            name="/contact/email"
            label={t('email')}
            required
            type="email"
            autoComplete="email"
            value={contact.email}
            onType={type('email')}
          />
          <TextField
            name="/contact/phone"
            label={t('phone')}
            required
            type="tel"
            autoComplete="tel"
            value={contact.phone}
            onType={type('phone')}
          />
        </SimpleGrid>
      </Stack>
      <Stack gap="md" component="section">
        <div>
          <Title order={3}>{t('users')}</Title>
          <Text size="sm" c="dimmed">
            {t('usersText')}
          </Text>
        </div>
        <ProblemNote name="/users" />
        {users.map((user, index) => (
          <User
            // Nothing else tells one blank user from another.
            key={index}
            user={user}
            place={index}
            onChange={(next) => {
              changeUsers(users.map((other, place) => (place === index ? next : other)));
            }}
            onRemove={
              users.length === 1
                ? undefined
                : () => {
                    changeUsers(users.filter((_, place) => place !== index));
                  }
            }
          />
        ))}
        {users.length < maxUsers ? (
          <Group>
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => {
                changeUsers([...users, newUser(['technical'])]);
              }}
            >
              {t('addUser')}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Stack>
  );
}

interface UserProps {
  readonly user: UserFields;
  readonly place: number;
  readonly onChange: (user: UserFields) => void;
  readonly onRemove: (() => void) | undefined;
}

function User({ user, place, onChange, onRemove }: UserProps) {
  const { t } = useTranslation('applicationForm');
  const pointer = `/users/${String(place)}`;
  const title = t('user', { number: place + 1 });
  return (
    <Card withBorder component="section" aria-label={title} p="md">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={4} fz="sm">
            {title}
          </Title>
          {onRemove === undefined ? null : (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconTrash size={14} aria-hidden />}
              aria-label={t('removeUser', { number: place + 1 })}
              onClick={onRemove}
            >
              {t('action.remove')}
            </Button>
          )}
        </Group>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <TextField
            name={`${pointer}/name`}
            label={t('personName')}
            required
            autoComplete="off"
            value={user.name}
            onType={(name) => {
              onChange({ ...user, name });
            }}
          />
          <TextField
            name={`${pointer}/email`}
            label={t('email')}
            description={t('userEmailText')}
            required
            type="email"
            autoComplete="off"
            value={user.email}
            onType={(email) => {
              onChange({ ...user, email });
            }}
          />
        </SimpleGrid>
        <Field name={`${pointer}/roles`}>
          {(error) => (
            <Checkbox.Group
              label={t('roles')}
              required
              value={user.roles}
              error={error}
              onChange={(roles) => {
                onChange({ ...user, roles: operatorRoles.filter((role) => roles.includes(role)) });
              }}
            >
              <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm" mt={4}>
                {operatorRoles.map((role) => (
                  <Checkbox
                    key={role}
                    value={role}
                    label={t(`role.${role}`)}
                    description={t(`roleText.${role}`)}
                  />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
          )}
        </Field>
      </Stack>
    </Card>
  );
}
