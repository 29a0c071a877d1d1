import type { TFunction } from 'i18next';
import { mask } from '../../../../shared/history/masking.ts';
import type { CharacteristicUse } from '../../entities/offering/catalog-queries.ts';
import { nameOfValue } from '../../entities/offering/characteristic-words.ts';
import { formatDate } from '../../kit/format/format.ts';
import type { OrderEvent } from '../../entities/order/order-queries.ts';
import { priorityInWords } from './priorities.ts';

type Change = NonNullable<OrderEvent['change']>[number];

const attributeNames = [
  'expectedCompletionDate',
  'requestedCompletionDate',
  'requestedStartDate',
  'externalId',
  'description',
  'priority',
  'notificationContact',
  'category',
  'place',
] as const;

const characteristicPrefix = 'productCharacteristic.';

/**
 * Formats a change of an order with its old and new value: `Плановый срок: 1 нояб. 2026 г. → 8 нояб. 2026 г.`
 *
 * @param uses characteristics of the item's offering, which have labels for codes
 */
export function describeChange(
  change: Change,
  uses: readonly CharacteristicUse[],
  t: TFunction<'orders'>,
): string {
  const { attribute, from, to } = change;
  if (attribute.startsWith(characteristicPrefix)) {
    const name = attribute.slice(characteristicPrefix.length);
    const use = uses.find((candidate) => candidate.name === name);
    const value = (text: string | undefined) =>
      text === undefined ? t('value.notSet') : nameOfValue(use, typed(text, use));
    return `${use?.label ?? name}: ${value(from)} → ${value(to)}`;
  }
  const known = attributeNames.find((name) => name === attribute);
  const value = (text: string | undefined) => valueOf(attribute, text, t);
  return `${known === undefined ? attribute : t(`attribute.${known}`)}: ${value(from)} → ${value(to)}`;
}

/** The history stores every value as text. */
function typed(text: string, use: CharacteristicUse | undefined): string | number | boolean {
  if (use?.valueType === 'boolean') return text === 'true';
  return use?.valueType === 'integer' || use?.valueType === 'number' ? Number(text) : text;
}

function valueOf(attribute: string, value: string | undefined, t: TFunction<'orders'>): string {
  if (value === undefined) return t('value.notSet');
  if (value === mask) return t('value.masked');
  if (attribute === 'priority') return priorityInWords(value) ?? value;
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? formatDate(value) : value;
}
