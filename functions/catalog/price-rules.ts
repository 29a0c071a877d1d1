import type { Problem } from '../../shared/errors.ts';
import { problemOfValue } from '../../shared/offering/characteristic-value.ts';
import type { CharacteristicDefinition, PublishedPrice } from '../../shared/offering/offering-record.ts';
import type { Text } from '../../shared/text.ts';

/**
 * Finds the prices that do not fit an offering with these characteristics: what a price depends on has to exist, and
 * its multiplier has to be a whole number in the price's unit.
 */
export function problemsOfPrices(
  characteristics: readonly CharacteristicDefinition[],
  prices: readonly PublishedPrice[],
): Problem[] {
  return prices.flatMap((price, index) => {
    const messages = [
      ...price.appliesTo.map(({ name, value }) => problemOfCondition(characteristics, name, value)),
      problemOfMultiplier(characteristics, price),
    ];
    return messages.flatMap((message) =>
      message === undefined ? [] : [{ pointer: `/productOfferingPrice/${index}`, message }],
    );
  });
}

function problemOfCondition(
  characteristics: readonly CharacteristicDefinition[],
  name: string,
  value: PublishedPrice['appliesTo'][number]['value'],
): Text | undefined {
  const definition = characteristics.find((characteristic) => characteristic.name === name);
  if (definition === undefined) return missing(name);
  const wrong = problemOfValue(definition, value);
  return wrong === undefined ? undefined : { ru: `${name}: ${wrong.ru}`, en: `${name}: ${wrong.en}` };
}

function problemOfMultiplier(
  characteristics: readonly CharacteristicDefinition[],
  { multipliedBy, priceType, unitOfMeasure }: PublishedPrice,
): Text | undefined {
  if (multipliedBy === undefined) return undefined;
  const definition = characteristics.find(({ name }) => name === multipliedBy);
  if (definition === undefined) return missing(multipliedBy);
  const isCountable = definition.valueType === 'integer' && priceType !== 'usage';
  if (isCountable && unitOfMeasure?.units === definition.unit) return undefined;
  const unit = definition.unit ?? '—';
  return {
    ru: `${multipliedBy}: умножать можно на целое число, если единица цены — ${unit}, и только не для usage`,
    en: `${multipliedBy}: only a whole number can multiply a price, whose unit must be ${unit}; a usage price cannot be multiplied`,
  };
}

function missing(name: string): Text {
  return {
    ru: `Цена зависит от характеристики ${name}, которой у спецификации нет`,
    en: `The price depends on the characteristic ${name}, which is not in the specification`,
  };
}
