import { api } from '../../api/client.ts';
import type { Ok } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import type { Language } from '../../i18n/languages.ts';
import { type Bilingual, blank, textIn } from '../../kit/form/bilingual.ts';
import { catalogPath } from './kinds.ts';
import type { FormModel } from './save.ts';
import { changing, creating, writtenOf } from './written.ts';

const list = `${catalogPath}/productSpecification` as const;
const one = `${list}/{id}` as const;

export const valueTypes = ['string', 'integer', 'number', 'boolean', 'date'] as const;
export type ValueType = (typeof valueTypes)[number];

/** One value that can be chosen, as it is being edited. */
export interface ChoiceDraft {
  readonly value: string;
  readonly label: Bilingual;
  readonly isDefault: boolean;
}

/** A characteristic as it is being edited. */
export interface CharacteristicDraft {
  readonly name: string;
  readonly label: Bilingual;
  readonly description: Bilingual;
  readonly valueType: ValueType;
  readonly mandatory: boolean;
  readonly configurable: boolean;
  readonly choices: readonly ChoiceDraft[];
  readonly from: number | '';
  readonly to: number | '';
  readonly unit: string;
  readonly pattern: string;
}

/** A specification as it is being edited. */
export interface SpecificationDraft {
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly characteristics: readonly CharacteristicDraft[];
}

export const newCharacteristic: CharacteristicDraft = {
  name: '',
  label: blank,
  description: blank,
  valueType: 'string',
  mandatory: false,
  configurable: false,
  choices: [],
  from: '',
  to: '',
  unit: '',
  pattern: '',
};

export const newSpecification: SpecificationDraft = { name: blank, description: blank, characteristics: [] };

interface SpecificationBody {
  readonly name: string;
  readonly description: string;
  readonly productSpecCharacteristic: ReturnType<typeof characteristicBodyOf>[];
}

/** How specifications are written. */
export const specificationModel: FormModel<SpecificationDraft, SpecificationBody> = {
  bodyOf: ({ name, description, characteristics }, language) => ({
    name: textIn(name, language),
    description: textIn(description, language),
    productSpecCharacteristic: characteristics.map((draft) => characteristicBodyOf(draft, language)),
  }),
  create: async (body, language, key) =>
    writtenOf(await api.POST(list, { ...creating(language, key), body })),
  change: async (id, body, at) => writtenOf(await api.PATCH(one, { ...changing(id, at), body })),
};

/** Whether values of a type are numbers, and so have a range and a unit. */
export function isNumeric(valueType: ValueType): boolean {
  return valueType === 'integer' || valueType === 'number';
}

/** Whether values of a type can be listed. */
export function hasChoices(valueType: ValueType): boolean {
  return valueType !== 'boolean' && valueType !== 'date';
}

/** A characteristic in TMF620 form. Fields that its type does not have are omitted. */
function characteristicBodyOf(draft: CharacteristicDraft, language: Language) {
  const { name, valueType, pattern } = draft;
  return {
    name: name.trim(),
    label: textIn(draft.label, language),
    description: textIn(draft.description, language),
    valueType,
    configurable: draft.configurable,
    minCardinality: draft.mandatory ? 1 : 0,
    ...(valueType === 'string' && pattern !== '' && draft.choices.length === 0 ? { regex: pattern } : {}),
    productSpecCharacteristicValue: valuesOf(draft, language),
  };
}

function valuesOf({ valueType, choices, from, to, unit }: CharacteristicDraft, language: Language) {
  const numeric = isNumeric(valueType);
  const unitOfMeasure = numeric && unit.trim() !== '' ? unit.trim() : undefined;
  if (hasChoices(valueType) && choices.length > 0) {
    return choices.map(({ value, label, isDefault }) => ({
      value: numeric && value.trim() !== '' ? Number(value.replace(',', '.')) : value.trim(),
      ...omitUndefined({
        label: textIn(label, language) === '' ? undefined : textIn(label, language),
        unitOfMeasure,
      }),
      isDefault,
    }));
  }
  const range = omitUndefined({
    valueFrom: numeric && from !== '' ? from : undefined,
    valueTo: numeric && to !== '' ? to : undefined,
    unitOfMeasure,
  });
  return Object.keys(range).length === 0 ? [] : [range];
}

/** A specification, as both languages show it. */
export function specificationDraftOf(ru: Ok<typeof one>, en: Ok<typeof one>): SpecificationDraft {
  return {
    name: { ru: ru.name, en: en.name },
    description: { ru: ru.description ?? '', en: en.description ?? '' },
    characteristics: ru.productSpecCharacteristic.map((characteristic) => {
      const other = en.productSpecCharacteristic.find(({ name }) => name === characteristic.name);
      const values = characteristic.productSpecCharacteristicValue ?? [];
      return {
        name: characteristic.name,
        label: { ru: characteristic.label, en: other?.label ?? '' },
        description: { ru: characteristic.description ?? '', en: other?.description ?? '' },
        valueType: characteristic.valueType,
        mandatory: characteristic.minCardinality === 1,
        configurable: characteristic.configurable,
        choices: values.flatMap(({ value, label = '', isDefault = false }) =>
          value === undefined
            ? []
            : [
                {
                  value: String(value),
                  label: {
                    ru: label,
                    en:
                      other?.productSpecCharacteristicValue?.find((candidate) => candidate.value === value)
                        ?.label ?? '',
                  },
                  isDefault,
                },
              ],
        ),
        from: values[0]?.valueFrom ?? '',
        to: values[0]?.valueTo ?? '',
        unit: values[0]?.unitOfMeasure ?? '',
        pattern: characteristic.regex ?? '',
      };
    }),
  };
}
