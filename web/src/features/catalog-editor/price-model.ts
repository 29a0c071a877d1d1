import { api } from '../../api/client.ts';
import type { Ok } from '../../api/contract.ts';
import { type Bilingual, textIn } from '../../kit/form/bilingual.ts';
import { catalogPath } from './kinds.ts';
import type { FormModel } from './save.ts';
import { changing, creating, writtenOf } from './written.ts';

const list = `${catalogPath}/productOfferingPrice` as const;
const one = `${list}/{id}` as const;

export const priceTypes = ['oneTime', 'recurring', 'usage'] as const;
type PriceType = (typeof priceTypes)[number];
type Value = string | number | boolean;

/** A price as it is being edited. */
export interface PriceDraft {
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly priceType: PriceType;
  /** Roubles without VAT, for one unit; empty until typed. */
  readonly amount: number | '';
  readonly unitAmount: number | '';
  readonly unit: string;
  /** Characteristic that multiplies the price; empty for none. */
  readonly multipliedBy: string;
  /** Values under which the price applies, all of them together. */
  readonly conditions: readonly { readonly name: string; readonly value: Value }[];
}

interface PriceBody {
  readonly name: string;
  readonly description: string;
  readonly priceType: PriceType;
  readonly price: { readonly unit: 'RUB'; readonly value: number };
  readonly unitOfMeasure: { readonly amount: number; readonly units: string } | null;
  readonly prodSpecCharValueUse: { name: string; productSpecCharacteristicValue?: { value: Value }[] }[];
}

/** How prices are written. */
export const priceModel: FormModel<PriceDraft, PriceBody> = {
  bodyOf: (draft, language) => ({
    name: textIn(draft.name, language),
    description: textIn(draft.description, language),
    priceType: draft.priceType,
    price: { unit: 'RUB', value: draft.amount === '' ? 0 : draft.amount },
    unitOfMeasure:
      draft.unit.trim() === ''
        ? null
        : { amount: draft.unitAmount === '' ? 1 : draft.unitAmount, units: draft.unit.trim() },
    prodSpecCharValueUse: [
      ...draft.conditions.map(({ name, value }) => ({
        name: name.trim(),
        productSpecCharacteristicValue: [{ value }],
      })),
      ...(draft.multipliedBy.trim() === '' ? [] : [{ name: draft.multipliedBy.trim() }]),
    ],
  }),
  create: async ({ unitOfMeasure, ...body }, language, key) =>
    writtenOf(
      await api.POST(list, {
        ...creating(language, key),
        body: { ...body, ...(unitOfMeasure === null ? {} : { unitOfMeasure }) },
      }),
    ),
  change: async (id, body, at) => writtenOf(await api.PATCH(one, { ...changing(id, at), body })),
};

/** A price, as both languages show it. */
export function priceDraftOf(ru: Ok<typeof one>, en: Ok<typeof one>): PriceDraft {
  const uses = ru.prodSpecCharValueUse ?? [];
  return {
    name: { ru: ru.name, en: en.name },
    description: { ru: ru.description ?? '', en: en.description ?? '' },
    priceType: ru.priceType,
    amount: ru.price.value,
    unitAmount: ru.unitOfMeasure?.amount ?? '',
    unit: ru.unitOfMeasure?.units ?? '',
    multipliedBy:
      uses.find(({ productSpecCharacteristicValue }) => productSpecCharacteristicValue === undefined)?.name ??
      '',
    conditions: uses.flatMap(({ name, productSpecCharacteristicValue = [] }) =>
      productSpecCharacteristicValue.map(({ value }) => ({ name, value })),
    ),
  };
}
