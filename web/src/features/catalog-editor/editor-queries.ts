import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap, versionOf } from '../../api/problem.ts';
import type { Language } from '../../i18n/languages.ts';
import { pagedQuery } from '../../api/paged-query.ts';
import { readAll } from '../../api/read-all.ts';
import { catalogPath, type Kind } from './kinds.ts';

/** Attributes of every catalogue resource. */
export interface EntityRow {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly lifecycleStatus: Status;
  readonly lastUpdate: string;
}

export type Status = 'inDesign' | 'active' | 'retired';

/** All resources of a kind in any status, latest change first. */
export function entitiesQuery(kind: Kind) {
  return pagedQuery<EntityRow>(['editor', kind], (cursor) =>
    api.GET(`${catalogPath}/${kind}`, { params: { query: omitUndefined({ limit: 100, cursor }) } }),
  );
}

/** Active resources of a kind, to refer to. */
export function activeQuery(kind: Kind) {
  return queryOptions({
    queryKey: ['editor', kind, 'active'],
    queryFn: async (): Promise<readonly EntityRow[]> =>
      readAll<EntityRow>((cursor) =>
        api.GET(`${catalogPath}/${kind}`, {
          params: { query: { limit: 100, lifecycleStatus: ['active'], ...omitUndefined({ cursor }) } },
        }),
      ),
  });
}

/** A resource as both languages show it, with the version that a change has to name. */
export interface Both<Entity> {
  readonly ru: Entity;
  readonly en: Entity;
  readonly version: string | undefined;
}

/** Reads a resource in both languages. If it changes in between, the older version is the expected one. */
export function bothQuery<Entity>(
  kind: Kind,
  id: string,
  read: (id: string, language: Language) => Promise<{ data?: Entity; error?: object; response: Response }>,
) {
  return queryOptions({
    queryKey: ['editor', kind, 'one', id],
    queryFn: async (): Promise<Both<Entity>> => {
      const russian = await read(id, 'ru');
      const ru = unwrap(russian);
      return { ru, en: unwrap(await read(id, 'en')), version: versionOf(russian.response) };
    },
    // Not refetched while it is being edited.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}
