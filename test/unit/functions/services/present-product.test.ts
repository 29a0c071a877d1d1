import { describe, expect, it } from 'vitest';
import { presentProduct } from '../../../../functions/services/present-product.ts';
import type { Wording } from '../../../../functions/services/wording-cache.ts';
import { assertTmf } from '../../../contract/tmf.ts';
import { productOf } from './product-fixture.ts';

const wording: Wording = [
  {
    name: 'bandwidth',
    label: { ru: 'Скорость', en: 'Bandwidth' },
    description: { ru: '', en: '' },
    valueType: 'integer',
    mandatory: true,
    configurable: true,
    choices: [],
    unit: 'Mbit/s',
  },
  {
    name: 'port',
    label: { ru: 'Порт', en: 'Port' },
    description: { ru: '', en: '' },
    valueType: 'string',
    mandatory: true,
    configurable: false,
    choices: [{ value: '1000BASE-LX', label: { ru: 'Оптика, 10 км', en: 'Fibre, 10 km' }, isDefault: true }],
  },
];
const showing = { wording, language: 'en', now: new Date('2026-03-01T00:00:00Z') } as const;

describe('a service, as TMF637 shows it', () => {
  it('matches the definition of TM Forum, with any optional attributes', () => {
    const orderItem = { orderId: 'alfa-01K0000000000000000000000B', itemId: '2', action: 'modify' } as const;
    const least = productOf('alfa', 1, { places: [], prices: [], characteristics: [], orderItems: [] });
    const most = productOf('alfa', 1, {
      externalId: 'M9-17',
      terminationDate: '2026-02-20T09:00:00.000Z',
      billingAccountId: 'ba-1',
      agreementId: 'alfa-01K0000000000000000000000C',
      openItem: orderItem,
    });
    for (const product of [least, most]) {
      expect(() => {
        assertTmf('TMF637', 'Product', presentProduct(product, showing));
      }).not.toThrow();
    }
  });

  it('has display names, or the code of what the catalogue no longer contains', () => {
    const { productCharacteristic } = presentProduct(productOf('alfa', 1), showing);
    expect(productCharacteristic).toMatchObject([
      { name: 'bandwidth', value: 100, label: 'Bandwidth', valueType: 'integer', unitOfMeasure: 'Mbit/s' },
      { name: 'port', value: '1000BASE-LX', label: 'Port', valueLabel: 'Fibre, 10 km' },
      { name: 'forgotten', value: true, label: 'forgotten' },
    ]);
  });

  it('shows its monthly total, with the current tax rate', () => {
    const [price] = presentProduct(productOf('alfa', 1), showing).productPrice;
    expect(price).toMatchObject({
      name: 'Monthly fee',
      priceType: 'recurring',
      recurringChargePeriod: 'month',
      price: {
        taxRate: 22,
        dutyFreeAmount: { unit: 'RUB', value: 12_050 },
        taxIncludedAmount: { unit: 'RUB', value: 14_701 },
      },
    });
  });

  it('shows a usage price per unit, with all decimals', () => {
    const product = productOf('alfa', 1, {
      prices: [
        {
          id: 'termination',
          name: { ru: 'Завершение вызова', en: 'Call termination' },
          priceType: 'usage',
          unitPrice: '0.0125',
          unitOfMeasure: { amount: 60, units: 's' },
          units: 1,
          kopecks: 1,
        },
      ],
    });
    const [price] = presentProduct(product, showing).productPrice;
    expect(price).toMatchObject({
      unitOfMeasure: '60 s',
      price: { dutyFreeAmount: { unit: 'RUB', value: 0.0125 } },
    });
    expect(price?.price).not.toHaveProperty('taxIncludedAmount');
  });
});
