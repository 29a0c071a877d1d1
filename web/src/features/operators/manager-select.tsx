import { Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { carrierPeopleQuery } from '../../entities/carrier-person/carrier-people-query.ts';
import { managersAmong } from './managers-among.ts';
import { ErrorState } from '../../kit/feedback/error-state.tsx';

interface ManagerSelectProps {
  readonly value: string | null;
  readonly error: string | undefined;
  readonly readOnly: boolean;
  readonly onChange: (managerSub: string | null) => void;
}

/** Chooses an account manager among the enabled ones, by name; the e-mail distinguishes namesakes. */
export function ManagerSelect({ value, error, readOnly, onChange }: ManagerSelectProps) {
  const { t } = useTranslation('operators');
  const people = useQuery(carrierPeopleQuery);
  if (people.data === undefined && people.error !== null)
    return (
      <ErrorState
        error={people.error}
        onRetry={() => {
          void people.refetch();
        }}
      />
    );
  const managers = managersAmong(people.data ?? []);
  return (
    <Select
      label={t('manager')}
      description={t('managerText')}
      required
      searchable
      disabled={people.isPending}
      readOnly={readOnly}
      data={managers.map(({ id, name }) => ({ value: id, label: name }))}
      renderOption={({ option: { value: sub, label } }) => {
        const email = managers.find(({ id }) => id === sub)?.email;
        return (
          <div>
            <Text size="sm">{label}</Text>
            {email === label ? null : (
              <Text size="xs" c="dimmed">
                {email}
              </Text>
            )}
          </div>
        );
      }}
      nothingFoundMessage={t('noManager')}
      maxDropdownHeight={320}
      value={value}
      error={error}
      onChange={onChange}
      data-autofocus
    />
  );
}
