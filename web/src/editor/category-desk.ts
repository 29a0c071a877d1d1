import { api } from '../api/client.ts';
import type { Ok } from '../api/contract.ts';
import { unwrap, versionOf } from '../api/problem.ts';
import { type Bilingual, textIn } from './bilingual.ts';
import { catalogPath } from './kinds.ts';
import type { Desk } from './save.ts';

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
export const categoryDesk: Desk<CategoryDraft, CategoryBody> = {
  bodyOf: ({ name, description, parentId }, language) => ({
    name: textIn(name, language),
    description: textIn(description, language),
    parentId,
  }),
  create: async ({ parentId, ...body }, language) => {
    const result = await api.POST(list, {
      headers: { 'content-language': language },
      body: { ...body, ...(parentId === null ? {} : { parentId }) },
    });
    return { id: unwrap(result).id, version: versionOf(result.response) };
  },
  change: async (id, body, { language, version }) => {
    const result = await api.PATCH(one, {
      params: { path: { id }, header: version === undefined ? {} : { 'If-Match': version } },
      headers: { 'content-language': language },
      body,
    });
    return { id: unwrap(result).id, version: versionOf(result.response) };
  },
};

/** A category, as both languages show it. */
export function categoryDraftOf(ru: Ok<typeof one>, en: Ok<typeof one>): CategoryDraft {
  return {
    name: { ru: ru.name, en: en.name },
    description: { ru: ru.description ?? '', en: en.description ?? '' },
    parentId: ru.parentId ?? null,
  };
}
