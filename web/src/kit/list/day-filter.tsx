import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { useDateInputProps } from '../form/date-input-props.ts';

interface DayFilterProps {
  readonly label: string;
  /** `2026-01-31` */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Filter by the first or last day of a list of past events. */
export function DayFilter({ label, value, onChange }: DayFilterProps) {
  const { t } = useTranslation();
  const props = useDateInputProps();
  return (
    <DateInput
      {...props}
      minDate="2000-01-01"
      label={label}
      clearable
      clearButtonProps={{ 'aria-label': t('date.clear') }}
      value={value ?? null}
      onChange={(day) => {
        onChange(day ?? undefined);
      }}
    />
  );
}
