import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '../../kit/icons/plus.ts';
import { IconTrash } from '../../kit/icons/trash.ts';
import { useTranslation } from 'react-i18next';
import { blank } from '../../kit/form/bilingual.ts';
import { BilingualField, type ErrorAt } from '../../kit/form/bilingual-field.tsx';
import type { FieldsProps } from './fields.tsx';
import { amountOf } from './number-typed.ts';
import {
  type CharacteristicDraft,
  type ChoiceDraft,
  hasChoices,
  isNumeric,
  valueTypes,
} from './specification-model.ts';

interface CharacteristicFieldsProps extends Omit<FieldsProps<CharacteristicDraft>, 'inDesign'> {
  /** Index of the characteristic in the request. */
  readonly pointer: string;
  readonly onRemove: () => void;
}

/** The fields of a characteristic that its type allows. */
export function CharacteristicFields({
  draft,
  onChange,
  errorAt,
  pointer,
  onRemove,
}: CharacteristicFieldsProps) {
  const { t } = useTranslation('catalogEditor');
  const values = `${pointer}/productSpecCharacteristicValue`;
  return (
    <Stack>
      <BilingualField
        label={t('label')}
        value={draft.label}
        onChange={(label) => {
          onChange({ label });
        }}
        errorAt={errorAt}
        pointer={`${pointer}/label`}
        required
        maxLength={200}
      />
      <BilingualField
        label={t('help')}
        value={draft.description}
        onChange={(description) => {
          onChange({ description });
        }}
        errorAt={errorAt}
        pointer={`${pointer}/description`}
        lines={2}
        maxLength={1000}
      />
      <Group align="flex-start">
        <TextInput
          label={t('characteristicCode')}
          required
          maxLength={50}
          value={draft.name}
          error={errorAt(`${pointer}/name`)}
          onChange={(event) => {
            onChange({ name: event.currentTarget.value });
          }}
        />
        <Select
          label={t('valueType')}
          allowDeselect={false}
          data={valueTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
          value={draft.valueType}
          error={errorAt(`${pointer}/valueType`)}
          onChange={(value) => {
            onChange({ valueType: valueTypes.find((type) => type === value) ?? draft.valueType });
          }}
        />
      </Group>
      <Group>
        <Checkbox
          label={t('mandatory')}
          checked={draft.mandatory}
          onChange={(event) => {
            onChange({ mandatory: event.currentTarget.checked });
          }}
        />
        <Checkbox
          label={t('configurable')}
          checked={draft.configurable}
          onChange={(event) => {
            onChange({ configurable: event.currentTarget.checked });
          }}
        />
      </Group>
      {isNumeric(draft.valueType) ? (
        <Group align="flex-start">
          {(['from', 'to'] as const).map((bound) => (
            <NumberInput
              key={bound}
              label={t(bound)}
              allowDecimal={false}
              disabled={draft.choices.length > 0}
              value={draft[bound]}
              error={errorAt(values)}
              onChange={(value) => {
                onChange({ [bound]: amountOf(value) });
              }}
            />
          ))}
          <TextInput
            label={t('unit')}
            maxLength={20}
            value={draft.unit}
            onChange={(event) => {
              onChange({ unit: event.currentTarget.value });
            }}
          />
        </Group>
      ) : null}
      {draft.valueType === 'string' && draft.choices.length === 0 ? (
        <TextInput
          label={t('pattern')}
          description={t('patternText')}
          maxLength={200}
          value={draft.pattern}
          error={errorAt(`${pointer}/regex`)}
          onChange={(event) => {
            onChange({ pattern: event.currentTarget.value });
          }}
        />
      ) : null}
      {hasChoices(draft.valueType) ? (
        <Choices
          choices={draft.choices}
          errorAt={errorAt}
          pointer={values}
          onChange={(choices) => {
            onChange({ choices });
          }}
        />
      ) : null}
      <Group justify="flex-end">
        <Button
          variant="subtle"
          color="red"
          size="xs"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={onRemove}
        >
          {t('removeCharacteristic')}
        </Button>
      </Group>
    </Stack>
  );
}

function Choices({
  choices,
  onChange,
  errorAt,
  pointer,
}: {
  choices: readonly ChoiceDraft[];
  onChange: (choices: readonly ChoiceDraft[]) => void;
  errorAt: ErrorAt;
  pointer: string;
}) {
  const { t } = useTranslation('catalogEditor');
  const change = (index: number, part: Partial<ChoiceDraft>) => {
    onChange(
      choices.map((choice, at) => {
        if (at === index) return { ...choice, ...part };
        // Only one value is the default.
        return part.isDefault === true ? { ...choice, isDefault: false } : choice;
      }),
    );
  };
  return (
    <Stack gap="sm">
      {choices.map(({ value, label, isDefault }, index) => (
        <Group key={index} align="flex-end">
          <TextInput
            label={t('value')}
            required
            w={140}
            maxLength={100}
            value={value}
            error={errorAt(`${pointer}/${String(index)}/value`)}
            onChange={(event) => {
              change(index, { value: event.currentTarget.value });
            }}
          />
          <div style={{ flex: '1 1 320px' }}>
            <BilingualField
              label={t('label')}
              value={label}
              onChange={(text) => {
                change(index, { label: text });
              }}
              errorAt={errorAt}
              pointer={`${pointer}/${String(index)}/label`}
              maxLength={200}
            />
          </div>
          <Checkbox
            label={t('isDefault')}
            checked={isDefault}
            pb={8}
            onChange={(event) => {
              change(index, { isDefault: event.currentTarget.checked });
            }}
          />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('removeValue', { value })}
            onClick={() => {
              onChange(choices.filter((_, at) => at !== index));
            }}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            onChange([...choices, { value: '', label: blank, isDefault: false }]);
          }}
        >
          {t('addValue')}
        </Button>
      </Group>
    </Stack>
  );
}
