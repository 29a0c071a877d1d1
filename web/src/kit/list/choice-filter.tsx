import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface ChoiceFilterProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

/** Filter by one of several values, or any. */
export function ChoiceFilter<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: ChoiceFilterProps<Value>) {
  const { t } = useTranslation();
  return (
    <Select
      label={label}
      placeholder={t('list.any')}
      clearable
      searchable={choices.length > 12}
      data={choices}
      value={value ?? null}
      onChange={(chosen) => {
        onChange(choices.find((choice) => choice.value === chosen)?.value);
      }}
    />
  );
}
