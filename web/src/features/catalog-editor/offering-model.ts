import { api } from '../../api/client.ts';
import type { Ok } from '../../api/contract.ts';
import { type Bilingual, textIn } from '../../kit/form/bilingual.ts';
import { catalogPath } from './kinds.ts';
import type { FormModel } from './save.ts';
import { changing, creating, writtenOf } from './written.ts';

const list = `${catalogPath}/productOffering` as const;
const one = `${list}/{id}` as const;

/** An offering as it is being edited. How it narrows its specification is not changed. */
export interface OfferingDraft {
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly specificationId: string;
  readonly categoryIds: readonly string[];
  readonly priceIds: readonly string[];
  readonly deliveryWorkingDays: number | '';
  readonly placeRequired: boolean;
  readonly isSellable: boolean;
}

interface OfferingBody {
  readonly name: string;
  readonly description: string;
  readonly productSpecification: { readonly id: string };
  readonly category: { id: string }[];
  readonly productOfferingPrice: { id: string }[];
  readonly deliveryWorkingDays: number;
  readonly placeRequired: boolean;
  readonly isSellable: boolean;
}

/** How offerings are written. */
export const offeringModel: FormModel<OfferingDraft, OfferingBody> = {
  bodyOf: (draft, language) => ({
    name: textIn(draft.name, language),
    description: textIn(draft.description, language),
    productSpecification: { id: draft.specificationId },
    category: draft.categoryIds.map((id) => ({ id })),
    productOfferingPrice: draft.priceIds.map((id) => ({ id })),
    // 0 is refused by the API with its own message.
    deliveryWorkingDays: draft.deliveryWorkingDays === '' ? 0 : draft.deliveryWorkingDays,
    placeRequired: draft.placeRequired,
    isSellable: draft.isSellable,
  }),
  create: async (body, language, key) =>
    writtenOf(await api.POST(list, { ...creating(language, key), body })),
  change: async (id, body, at) => writtenOf(await api.PATCH(one, { ...changing(id, at), body })),
};

/** An offering, as both languages show it. */
export function offeringDraftOf(ru: Ok<typeof one>, en: Ok<typeof one>): OfferingDraft {
  return {
    name: { ru: ru.name, en: en.name },
    description: { ru: ru.description ?? '', en: en.description ?? '' },
    specificationId: ru.productSpecification.id,
    categoryIds: ru.category.map(({ id }) => id),
    priceIds: ru.productOfferingPrice.map(({ id }) => id),
    deliveryWorkingDays: ru.deliveryWorkingDays,
    placeRequired: ru.placeRequired,
    isSellable: ru.isSellable,
  };
}
