import i18next from 'i18next';
import { formatDay } from '../../kit/format/format.ts';
import { amountInWords } from '../../kit/format/units.ts';
import type { CharacteristicUse } from './catalog-queries.ts';

type Value = string | number | boolean;

/** What the catalogue says of a value beside the value itself. */
interface Said {
  readonly label?: string | undefined;
  readonly unitOfMeasure?: string | undefined;
}

/**
 * A value in words: its label where that says more than the value does, else the value as people of the language write
 * it, with its unit. A label has its unit in itself: `10 Гбит/с` of 10000 Mbit/s.
 */
export function valueInWords(value: Value, { label, unitOfMeasure }: Said): string {
  if (label !== undefined && label !== '' && label !== String(value)) return label;
  if (typeof value === 'boolean') return i18next.t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return amountInWords(value, unitOfMeasure);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value;
}

/** A value of a characteristic, as its offering has the words; without the offering, the value stands alone. */
export function nameOfValue(use: CharacteristicUse | undefined, value: Value): string {
  const specifications = use?.productSpecCharacteristicValue ?? [];
  const chosen = specifications.find((specification) => specification.value === value);
  const { unitOfMeasure } = specifications.find((specification) => specification.unitOfMeasure) ?? {};
  return valueInWords(value, { label: chosen?.label, unitOfMeasure });
}
