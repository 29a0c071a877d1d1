import { expect, test } from 'vitest';
import { offeringKind } from '../../../../../functions/catalog/offering-kind.ts';
import { agreePrices } from '../../../../../functions/orders/pricing.ts';
import { stock } from '../../../../../infra/demo/catalogue/stock.ts';
import type { Offering } from '../../../../../web/src/entities/offering/catalog-queries.ts';
import { leastMonthlyPrice } from '../../../../../web/src/features/catalog/least-price.ts';

/** An offering of the demo, as it is stored and as the pages get it. */
function offeringOf(id: string) {
  const record = stock.productOffering.find((offering) => offering.id === id)!;
  // As it comes over the wire.
  const resource = JSON.parse(JSON.stringify(offeringKind.describe(record, 'en'))) as Offering;
  return { record, resource };
}

test.for([
  ['wavelength', { bandwidth: 10_000, protection: 'none' }, 312_000],
  ['leased-line', { bandwidth: 2, protection: 'none' }, 9_800],
  ['ip-transit', { committedRate: 100 }, 2_150],
] as const)('the least price of %s is the total of its cheapest order', ([id, choice, expected]) => {
  const { record, resource } = offeringOf(id);
  const characteristics = Object.entries(choice).map(([name, value]) => ({ name, value }));
  const agreed = agreePrices(record, characteristics, 'add').filter(
    ({ priceType }) => priceType === 'recurring',
  );
  expect(agreed.reduce((sum, { kopecks }) => sum + kopecks, 0)).toBe(expected * 100);
  expect(leastMonthlyPrice(resource)).toBe(expected);
});

test('begun units count as whole ones: half a kilowatt is paid as one', () => {
  const { resource } = offeringOf('colocation-unit');
  const [unit, power] = ['units', 'powerDemand'].map((name) =>
    resource.productOfferingPrice.find(({ prodSpecCharValueUse = [] }) =>
      prodSpecCharValueUse.some((use) => use.name === name),
    ),
  );
  const whole = resource.productOfferingPrice.filter((price) => price === unit || price === power);
  expect(leastMonthlyPrice({ ...resource, productOfferingPrice: whole })).toBe(
    unit!.price.dutyFreeAmount.value + power!.price.dutyFreeAmount.value,
  );
});

test('an offering with usage prices only has no monthly price', () => {
  expect(leastMonthlyPrice(offeringOf('termination-local').resource)).toBeUndefined();
});
