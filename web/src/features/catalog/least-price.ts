import type { CharacteristicUse, OfferedPrice, Offering } from '../../entities/offering/catalog-queries.ts';

type Value = string | number | boolean;
/** Values of the characteristics that prices depend on; one that is not ordered has none. */
type Choice = ReadonlyMap<string, Value | undefined>;

/** Choices that are looked through; an offering with more of them says no price on its card. */
const maxChoices = 5_000;

/**
 * The least that a service costs a month: the cheapest of all choices, each with everything that has to be paid for it.
 *
 * @returns roubles without VAT; nothing where it costs nothing a month, or nobody can tell
 */
export function leastMonthlyPrice({
  productOfferingPrice,
  prodSpecCharValueUse,
}: Pick<Offering, 'productOfferingPrice' | 'prodSpecCharValueUse'>): number | undefined {
  const prices = productOfferingPrice.filter(({ priceType }) => priceType === 'recurring');
  const names = new Set(prices.flatMap((price) => conditionsOf(price).map(({ name }) => name)));
  let choices: Choice[] = [new Map()];
  for (const name of names) {
    const values = valuesOf(prodSpecCharValueUse.find((use) => use.name === name));
    choices = choices.flatMap((choice) => values.map((value) => new Map([...choice, [name, value]])));
    if (choices.length > maxChoices) return undefined;
  }
  const costs = choices.map((choice) =>
    prices
      .filter((price) => applies(price, choice))
      .reduce((sum, price) => sum + costOf(price, prodSpecCharValueUse), 0),
  );
  const least = Math.min(...costs);
  return least > 0 ? least : undefined;
}

/** On which values of which characteristics a price depends. */
function conditionsOf({ prodSpecCharValueUse = [] }: OfferedPrice) {
  return prodSpecCharValueUse.filter((use) => use.productSpecCharacteristicValue !== undefined);
}

function applies(price: OfferedPrice, choice: Choice): boolean {
  return conditionsOf(price).every(({ name, productSpecCharacteristicValue = [] }) =>
    productSpecCharacteristicValue.some(({ value }) => value === choice.get(name)),
  );
}

/** A price for the fewest units that can be ordered; begun units count as whole ones. */
function costOf(
  { price, prodSpecCharValueUse = [], unitOfMeasure }: OfferedPrice,
  uses: readonly CharacteristicUse[],
): number {
  const multiplier = prodSpecCharValueUse.find((use) => use.productSpecCharacteristicValue === undefined);
  if (multiplier === undefined) return price.dutyFreeAmount.value;
  const fewest = fewestOf(uses.find(({ name }) => name === multiplier.name));
  return price.dutyFreeAmount.value * Math.ceil(fewest / (unitOfMeasure?.amount ?? 1));
}

/** What can be chosen; a characteristic that is not mandatory can be left out. */
function valuesOf(use: CharacteristicUse | undefined): readonly (Value | undefined)[] {
  const values = (use?.productSpecCharacteristicValue ?? []).flatMap(({ value }) => value ?? []);
  return use === undefined || use.minCardinality === 0 || values.length === 0
    ? [...values, undefined]
    : values;
}

/** The smallest number that a characteristic can have; none where it can be left out. */
function fewestOf(use: CharacteristicUse | undefined): number {
  if (use === undefined || use.minCardinality === 0) return 0;
  const numbers = (use.productSpecCharacteristicValue ?? []).flatMap(({ value, valueFrom }) => {
    const number = valueFrom ?? value;
    return typeof number === 'number' ? [number] : [];
  });
  return numbers.length === 0 ? 0 : Math.min(...numbers);
}
