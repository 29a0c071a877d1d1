import type { Problem } from '../../shared/errors.ts';
import type { CharacteristicDefinition, Value } from '../../shared/offering/offering-record.ts';
import type { Language, Text } from '../../shared/text.ts';
import type { ValueSpecification, ValueSpecificationInput } from './contract/characteristic.ts';

/** Parsed list of TMF value specifications. */
interface Meaning {
  readonly choices: readonly (ValueSpecificationInput & { readonly value: Value })[];
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly unit: string | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads TMF value specifications: those with a `value` are choices, one without is the range of a number.
 *
 * @param pointer JSON Pointer to them in the request
 */
export function readValueSpecifications(
  specifications: readonly ValueSpecificationInput[],
  pointer: string,
): Meaning {
  const choices = specifications.flatMap((specification) =>
    specification.value === undefined ? [] : [{ ...specification, value: specification.value }],
  );
  const ranges = specifications.filter(({ value }) => value === undefined);
  const units = new Set(specifications.map(({ unitOfMeasure }) => unitOfMeasure));
  const [range] = ranges;
  const problem = (message: Text) => [{ pointer, message }];
  return {
    choices,
    from: range?.valueFrom,
    to: range?.valueTo,
    unit: [...units][0],
    problems: [
      ...(ranges.length > 1 || (ranges.length === 1 && choices.length > 0) ? problem(words.oneRange) : []),
      ...(units.size > 1 ? problem(words.oneUnit) : []),
      ...choices.flatMap(({ valueFrom, valueTo }, index) =>
        valueFrom === undefined && valueTo === undefined
          ? []
          : [{ pointer: `${pointer}/${index}`, message: words.oneRange }],
      ),
    ],
  };
}

/** Writes a characteristic's allowed values as TMF value specifications, with the pattern if asked for. */
export function describeValues(
  { choices, from, to, unit, pattern }: CharacteristicDefinition,
  language: Language,
  patterns: 'withPattern' | 'withoutPattern',
): { productSpecCharacteristicValue?: ValueSpecification[] } {
  const unitOfMeasure = unit === undefined ? {} : { unitOfMeasure: unit };
  const range: ValueSpecification = {
    ...(from === undefined ? {} : { valueFrom: from }),
    ...(to === undefined ? {} : { valueTo: to }),
    ...(pattern === undefined || patterns === 'withoutPattern' ? {} : { regex: pattern }),
    ...unitOfMeasure,
  };
  const values = choices.map(({ value, label, isDefault }) => ({
    value,
    label: label[language],
    ...(isDefault ? { isDefault } : {}),
    ...unitOfMeasure,
  }));
  if (values.length > 0) return { productSpecCharacteristicValue: values };
  return Object.keys(range).length === 0 ? {} : { productSpecCharacteristicValue: [range] };
}

const words = {
  oneRange: {
    ru: 'Либо перечень значений (value), либо один диапазон (valueFrom, valueTo)',
    en: 'Either a list of values (value) or one range (valueFrom, valueTo)',
  },
  oneUnit: {
    ru: 'Единица измерения одна у всех значений',
    en: 'All values have the same unit of measure',
  },
} as const;
