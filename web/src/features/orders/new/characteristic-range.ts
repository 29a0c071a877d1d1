import type { TFunction } from 'i18next';
import { formatNumber } from '../../../kit/format/format.ts';
import { amountInWords } from '../../../kit/format/units.ts';
import type { CharacteristicUse, Offering } from './references.ts';

/** The bounds of a number in words; none if it has no bounds. */
export function rangeInWords(use: CharacteristicUse, t: TFunction<'newOrder'>): string | undefined {
  const range = use.productSpecCharacteristicValue?.find(({ value }) => value === undefined);
  if (range === undefined) return undefined;
  const { valueFrom, valueTo, unitOfMeasure } = range;
  const bound = (value: number) => amountInWords(value, unitOfMeasure);
  if (valueFrom !== undefined && valueTo !== undefined)
    return t('between', { from: formatNumber(valueFrom), to: bound(valueTo) });
  if (valueFrom !== undefined) return t('atLeast', { from: bound(valueFrom) });
  return valueTo === undefined ? undefined : t('atMost', { to: bound(valueTo) });
}

/** Step of a number: the amount of units that it is charged by. */
export function stepOf({ name, valueType }: CharacteristicUse, { productOfferingPrice }: Offering): number {
  const price = productOfferingPrice.find(({ prodSpecCharValueUse = [] }) =>
    prodSpecCharValueUse.some((use) => use.name === name && use.productSpecCharacteristicValue === undefined),
  );
  const units = price?.unitOfMeasure?.amount ?? 1;
  return valueType === 'integer' ? Math.max(1, Math.round(units)) : units;
}
