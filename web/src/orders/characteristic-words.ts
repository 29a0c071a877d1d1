import type { TFunction } from 'i18next';
import type { CharacteristicUse } from '../catalog/catalog-queries.ts';
import { formatNumber } from '../format/format.ts';

/** A value in words: its label where it is one of a list, its unit where it is a number. */
export function nameOfValue(
  use: CharacteristicUse | undefined,
  value: string | number | boolean,
  t: TFunction,
): string {
  const specifications = use?.productSpecCharacteristicValue ?? [];
  const label = specifications.find((specification) => specification.value === value)?.label;
  if (label !== undefined) return label;
  if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
  const unit = specifications.find(({ unitOfMeasure }) => unitOfMeasure !== undefined)?.unitOfMeasure;
  const text = typeof value === 'number' ? formatNumber(value) : value;
  return unit === undefined ? text : `${text} ${unit}`;
}
