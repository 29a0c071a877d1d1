import type { CharacteristicUse, OfferedPrice, Offering } from '../../entities/offering/catalog-queries.ts';

type Value = string | number | boolean;
/** Values of the characteristics that prices depend on; none for one that is not ordered. */
type Choice = ReadonlyMap<string, Value | undefined>;

/** Maximum number of combinations to compare; an offering with more shows no price on its card. */
const maxChoices = 5_000;

/**
 * The lowest monthly price of a service: the cheapest combination of choices, with all prices that apply to it.
 *
 * @returns roubles without VAT; undefined without a monthly price, or if it cannot be determined
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

/** The characteristics and values that a price depends on. */
function conditionsOf({ prodSpecCharValueUse = [] }: OfferedPrice) {
  return prodSpecCharValueUse.filter((use) => use.productSpecCharacteristicValue !== undefined);
}

function applies(price: OfferedPrice, choice: Choice): boolean {
  return conditionsOf(price).every(({ name, productSpecCharacteristicValue = [] }) =>
    productSpecCharacteristicValue.some(({ value }) => value === choice.get(name)),
  );
}

/** A price for the smallest quantity; units are rounded up. */
function costOf(
  { price, prodSpecCharValueUse = [], unitOfMeasure }: OfferedPrice,
  uses: readonly CharacteristicUse[],
): number {
  const multiplier = prodSpecCharValueUse.find((use) => use.productSpecCharacteristicValue === undefined);
  if (multiplier === undefined) return price.dutyFreeAmount.value;
  const fewest = fewestOf(uses.find(({ name }) => name === multiplier.name));
  return price.dutyFreeAmount.value * Math.ceil(fewest / (unitOfMeasure?.amount ?? 1));
}

/** The choices of a characteristic; an optional one can be omitted. */
function valuesOf(use: CharacteristicUse | undefined): readonly (Value | undefined)[] {
  const values = (use?.productSpecCharacteristicValue ?? []).flatMap(({ value }) => value ?? []);
  return use === undefined || use.minCardinality === 0 || values.length === 0
    ? [...values, undefined]
    : values;
}

/** The smallest number of a characteristic; none if it is optional. */
function fewestOf(use: CharacteristicUse | undefined): number {
  if (use === undefined || use.minCardinality === 0) return 0;
  const numbers = (use.productSpecCharacteristicValue ?? []).flatMap(({ value, valueFrom }) => {
    const number = valueFrom ?? value;
    return typeof number === 'number' ? [number] : [];
  });
  return numbers.length === 0 ? 0 : Math.min(...numbers);
}
