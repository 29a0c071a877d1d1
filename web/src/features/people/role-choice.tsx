import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from './people-queries.ts';

interface RoleChoiceProps<Choice extends Role> {
  readonly choices: readonly Choice[];
  readonly value: readonly Choice[];
  readonly onChange: (value: Choice[]) => void;
  readonly error?: string | undefined;
}

/** One or more roles, with what each is for. */
export function RoleChoice<Choice extends Role>({
  choices,
  value,
  onChange,
  error,
}: RoleChoiceProps<Choice>) {
  const { t } = useTranslation('people');
  return (
    <Checkbox.Group
      label={t('roles')}
      required
      value={[...value]}
      onChange={(chosen) => {
        onChange(choices.filter((choice) => chosen.includes(choice)));
      }}
      error={error}
    >
      <Stack gap="xs" mt="xs">
        {choices.map((role) => (
          <RoleBox key={role} role={role} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function RoleBox({ role }: { role: Role }) {
  const { t } = useTranslation('people');
  return <Checkbox value={role} label={t(`role.${role}`)} description={t(`roleText.${role}`)} />;
}
