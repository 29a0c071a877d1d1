import i18next from 'i18next';
import { formatDay } from '../../kit/format/format.ts';
import { amountInWords } from '../../kit/format/units.ts';
import type { CharacteristicUse } from './catalog-queries.ts';

type Value = string | number | boolean;

/** Label and unit that the catalogue has for a value. */
interface Said {
  readonly label?: string | undefined;
  readonly unitOfMeasure?: string | undefined;
}

/**
 * Formats a value: its label if it differs from the value, otherwise the value in the reader's language with its unit. A
 * label includes its unit: `10 Гбит/с` for 10000 Mbit/s.
 */
export function valueInWords(value: Value, { label, unitOfMeasure }: Said): string {
  if (label !== undefined && label !== '' && label !== String(value)) return label;
  if (typeof value === 'boolean') return i18next.t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return amountInWords(value, unitOfMeasure);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value;
}

/** Formats a value of a characteristic with the label of its offering; without the offering, only the value. */
export function nameOfValue(use: CharacteristicUse | undefined, value: Value): string {
  const specifications = use?.productSpecCharacteristicValue ?? [];
  const chosen = specifications.find((specification) => specification.value === value);
  const { unitOfMeasure } = specifications.find((specification) => specification.unitOfMeasure) ?? {};
  return valueInWords(value, { label: chosen?.label, unitOfMeasure });
}
