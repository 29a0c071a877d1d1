import { api } from '../../api/client.ts';
import type { Ok } from '../../api/contract.ts';
import { type Bilingual, textIn } from '../../kit/form/bilingual.ts';
import { catalogPath } from './kinds.ts';
import type { FormModel } from './save.ts';
import { changing, creating, writtenOf } from './written.ts';

const list = `${catalogPath}/category` as const;
const one = `${list}/{id}` as const;

/** A category as it is being edited. */
export interface CategoryDraft {
  readonly name: Bilingual;
  readonly description: Bilingual;
  readonly parentId: string | null;
}

interface CategoryBody {
  readonly name: string;
  readonly description: string;
  readonly parentId: string | null;
}

/** How categories are written. */
export const categoryModel: FormModel<CategoryDraft, CategoryBody> = {
  bodyOf: ({ name, description, parentId }, language) => ({
    name: textIn(name, language),
    description: textIn(description, language),
    parentId,
  }),
  create: async ({ parentId, ...body }, language, key) =>
    writtenOf(
      await api.POST(list, {
        ...creating(language, key),
        body: { ...body, ...(parentId === null ? {} : { parentId }) },
      }),
    ),
  change: async (id, body, at) => writtenOf(await api.PATCH(one, { ...changing(id, at), body })),
};

/** A category, as both languages show it. */
export function categoryDraftOf(ru: Ok<typeof one>, en: Ok<typeof one>): CategoryDraft {
  return {
    name: { ru: ru.name, en: en.name },
    description: { ru: ru.description ?? '', en: en.description ?? '' },
    parentId: ru.parentId ?? null,
  };
}
