import { Group, NumberInput, Radio, Select, Switch, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { omitUndefined } from '../../../api/omit-undefined.ts';
import { valueInWords } from '../../../entities/offering/characteristic-words.ts';
import { useDateInputProps } from '../../../kit/form/date-input-props.ts';
import { unitInWords } from '../../../kit/format/units.ts';
import { currentLanguage } from '../../../i18n/languages.ts';
import { rangeInWords } from './characteristic-range.ts';
import type { EnteredValue } from './draft.ts';
import type { FormValue } from './form-values.ts';

interface CharacteristicControlProps {
  readonly formValue: FormValue;
  readonly error: string | undefined;
  /** Step of the arrow keys for a number. */
  readonly step: number;
  /** An empty text removes the value. */
  readonly onChange: (value: EnteredValue) => void;
}

/** Up to this many choices are shown as radio buttons, more as a list. */
const maxRadios = 3;

/** The control that fits a characteristic. */
export function CharacteristicControl({ formValue, error, step, onChange }: CharacteristicControlProps) {
  const { t } = useTranslation('newOrder');
  const { use, value, required, clearable } = formValue;
  const specifications = use.productSpecCharacteristicValue ?? [];
  const choices = specifications.flatMap((choice) =>
    choice.value === undefined
      ? []
      : [{ value: choice.value, code: String(choice.value), label: valueInWords(choice.value, choice) }],
  );
  const common = {
    label: use.label,
    description: [use.description, rangeInWords(use, t)].filter((part) => part !== undefined).join(' · '),
    required,
    error,
  };
  if (choices.length > 0) {
    const choose = (code: string | null) => {
      onChange(choices.find((choice) => choice.code === code)?.value ?? '');
    };
    const chosen = value === undefined ? null : String(value);
    return choices.length <= maxRadios && !clearable ? (
      <Radio.Group {...common} value={chosen} onChange={choose}>
        <Group style={{ gap: 'var(--mantine-spacing-xs) var(--mantine-spacing-xl)' }} mt={6} mb={4}>
          {choices.map(({ code, label }) => (
            <Radio key={code} value={code} label={label} />
          ))}
        </Group>
      </Radio.Group>
    ) : (
      <Select
        {...common}
        data={choices.map(({ code, label }) => ({ value: code, label }))}
        value={chosen}
        onChange={choose}
        placeholder={t('value.notSet')}
        searchable={choices.length > 8}
        clearable={clearable}
        allowDeselect={clearable}
      />
    );
  }
  switch (use.valueType) {
    case 'boolean':
      return (
        <Switch
          label={use.label}
          description={use.description}
          error={error}
          checked={value === true}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
      );
    case 'integer':
    case 'number':
      return <NumberControl {...{ formValue, step, onChange, common }} />;
    case 'date':
      return <DateControl {...{ value, clearable, onChange, common }} />;
    case 'string':
      return (
        <TextInput
          {...common}
          maxLength={1000}
          value={value === undefined ? '' : String(value)}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      );
  }
}

interface Common {
  readonly label: string;
  readonly description: string;
  readonly required: boolean;
  readonly error: string | undefined;
}

function NumberControl({
  formValue: { use, value },
  step,
  onChange,
  common,
}: Omit<CharacteristicControlProps, 'error'> & { common: Common }) {
  const range = use.productSpecCharacteristicValue?.[0];
  const russian = currentLanguage() === 'ru';
  return (
    <NumberInput
      {...common}
      value={typeof value === 'boolean' ? '' : (value ?? '')}
      onChange={(entered) => {
        onChange(typeof entered === 'bigint' ? Number(entered) : entered);
      }}
      {...omitUndefined({ min: range?.valueFrom, max: range?.valueTo })}
      step={step}
      // A value out of range is reported, not silently changed.
      clampBehavior="none"
      allowDecimal={use.valueType === 'number'}
      allowNegative={(range?.valueFrom ?? 0) < 0}
      suffix={
        range?.unitOfMeasure === undefined
          ? ''
          : `\u00a0${unitInWords(range.unitOfMeasure, typeof value === 'number' ? value : 0)}`
      }
      thousandSeparator={russian ? '\u00a0' : ','}
      decimalSeparator={russian ? ',' : '.'}
      allowedDecimalSeparators={russian ? [',', '.'] : ['.']}
      inputMode={use.valueType === 'integer' ? 'numeric' : 'decimal'}
      maw={320}
    />
  );
}

function DateControl({
  value,
  clearable,
  onChange,
  common,
}: {
  value: EnteredValue | undefined;
  clearable: boolean;
  onChange: (value: EnteredValue) => void;
  common: Common;
}) {
  const { t } = useTranslation();
  const dateInput = useDateInputProps();
  return (
    <DateInput
      {...common}
      {...dateInput}
      value={typeof value === 'string' ? value : null}
      onChange={(date) => {
        onChange(date ?? '');
      }}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('date.clear') }}
      maw={320}
    />
  );
}
