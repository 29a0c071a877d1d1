import type { CarrierScope, SignedInScope } from '../../shared/auth/scope.ts';
import { expectVersion } from '../../shared/http/expect-version.ts';
import type { Creation } from '../../shared/table/creation.ts';
import type { Paging } from '../../shared/table/page.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Language } from '../../shared/text.ts';
import { addressOf } from './contract/entity.ts';
import type { Patch } from './contract/patch.ts';
import type { EntityInput, EntityKind } from './entity-kind.ts';
import { entityConditions, type EntityQuery } from './filter.ts';
import { checkRemovable } from './lifecycle.ts';
import type { EntityRecord } from './records.ts';
import { CatalogStore } from './store.ts';
import { compose, patchedInput, retire } from './write.ts';

/** Dependencies of the handlers. */
export interface CatalogParts {
  readonly table: Table;
  readonly clock: () => Date;
  readonly ids: () => string;
}

interface Reading {
  readonly scope: SignedInScope;
  readonly language: Language;
}

interface Writing {
  readonly scope: CarrierScope;
  readonly language: Language;
  readonly contentLanguage: Language | undefined;
}

interface Naming {
  readonly params: { readonly id: string };
}

interface Versioned {
  readonly ifMatch: number | undefined;
}

/** The five operations of one kind of resource. */
export function entityHandlers<
  R extends EntityRecord,
  Input extends EntityInput,
  Resource,
  Query extends EntityQuery & Paging,
>(kind: EntityKind<R, Input, Resource, Query>, { table, clock, ids }: CatalogParts) {
  const storeOf = ({ scope }: Pick<Reading, 'scope'>) => new CatalogStore(table, scope);
  // A text without a language is taken to be in the client's language.
  const languageOf = ({ contentLanguage, language }: Writing) => contentLanguage ?? language;

  return {
    list: async (request: Reading & { readonly query: Query }) => {
      const { query, language } = request;
      const conditions = [...entityConditions(query), ...kind.conditions(query)];
      const { entities, next, total } = await storeOf(request).list(kind, query, conditions);
      return { body: entities.map((record) => kind.describe(record, language)), next, total };
    },

    read: async (request: Reading & Naming) => {
      const record = await storeOf(request).read(kind, request.params.id);
      return { body: kind.describe(record, request.language), version: record.version };
    },

    create: async (request: Writing & { readonly body: Input; readonly creation: Creation<Resource> }) => {
      const { body: input, creation, language } = request;
      const store = storeOf(request);
      const references = kind.references(input, undefined);
      const { earlier, found: referred } = await store.followOnce(creation, references);
      if (earlier !== undefined) return earlier;
      const record = compose(kind, input, {
        id: ids(),
        now: clock(),
        language: languageOf(request),
        previous: undefined,
        referred,
      });
      return creation.save(store.creationActions(kind, record, references, referred), {
        body: kind.describe(record, language),
        version: record.version,
        location: addressOf(kind.name, record.id),
      });
    },

    change: async (request: Writing & Naming & Versioned & { readonly body: Patch }) => {
      const { params, body: patch, ifMatch } = request;
      const store = storeOf(request);
      const current = await store.read(kind, params.id);
      expectVersion(ifMatch, current.version);
      const answer = (record: R) => ({
        body: kind.describe(record, request.language),
        version: record.version,
      });

      const retired = retire(current, patch, clock());
      if (retired !== undefined) {
        await store.replace(kind, retired);
        return answer(retired);
      }
      const language = languageOf(request);
      const input = patchedInput(kind, current, patch, language);
      const references = kind.references(input, current);
      const referred = await store.follow(references);
      const next = compose(kind, input, {
        id: current.id,
        now: clock(),
        language,
        previous: current,
        referred,
      });
      await store.replace(kind, next, references, referred);
      return answer(next);
    },

    remove: async (request: Writing & Naming & Versioned) => {
      const store = storeOf(request);
      const current = await store.read(kind, request.params.id);
      expectVersion(request.ifMatch, current.version);
      checkRemovable(current.lifecycleStatus);
      await store.remove(kind, current);
      return { body: undefined };
    },
  };
}
