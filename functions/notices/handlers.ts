import { isDeepStrictEqual } from 'node:util';
import { invalidRequest } from '../../shared/errors.ts';
import { expectVersion } from '../../shared/http/expect-version.ts';
import { mergePatch } from '../../shared/http/merge-patch.ts';
import { problemsOf } from '../../shared/http/problems.ts';
import type { Handlers } from '../../shared/http/route.ts';
import type { Ids } from '../../shared/table/ids.ts';
import type { Table } from '../../shared/table/table.ts';
import { insert } from '../../shared/table/write-actions.ts';
import { noticeItem, noticeKey, type NoticeRecord } from './notice-record.ts';
import { type NoticeInput, noticeInput, presentManagedNotice, presentNotice } from './notice-resource.ts';
import { byImportance, checkNotOver } from './notice-state.ts';
import { periodOf } from './period.ts';
import type { routes } from './routes.ts';
import { NoticeStore, readInForce } from './store.ts';

/** Maximum number of notices shown: more would not be read. */
const maxShown = 20;

interface Dependencies {
  readonly table: Table;
  readonly clock: () => Date;
  readonly ids: Ids;
}

/** Implements the notice routes. */
export function createHandlers({ table, clock, ids }: Dependencies): Handlers<typeof routes> {
  return {
    listNotice: async ({ language }) => {
      const { inForce, isWhole } = await readInForce(table, clock());
      const shown = inForce.toSorted(byImportance).slice(0, maxShown);
      const body = shown.map((record) => presentNotice(record, language));
      return { body, total: isWhole ? inForce.length : undefined };
    },

    listManagedNotice: async ({ scope, query }) => {
      const { entities, next, total } = await new NoticeStore(table, scope).list(query);
      return { body: entities.map((record) => presentManagedNotice(record, scope, clock())), next, total };
    },

    readNotice: async ({ scope, params }) => {
      const record = await new NoticeStore(table, scope).read(params.id);
      return { body: presentManagedNotice(record, scope, clock()), version: record.version };
    },

    createNotice: async ({ scope, body: input, creation }) => {
      const earlier = await creation.earlier();
      if (earlier !== undefined) return earlier;
      const now = clock();
      const record = new NoticeStore(table, scope).compose(ids(), contentOf(input, now), now);
      const body = presentManagedNotice(record, scope, now);
      return creation.save([insert(noticeKey(record.id), noticeItem(record))], {
        body,
        version: record.version,
        location: body.href,
      });
    },

    changeNotice: async ({ scope, params, body, ifMatch }) => {
      const now = clock();
      const store = new NoticeStore(table, scope);
      const record = await store.read(params.id);
      expectVersion(ifMatch, record.version);
      checkNotOver(record, now);
      const current = inputOf(record);
      const content = contentOf(patched(current, body), now);
      // A dismissed notice does not come back without a change.
      const next = isDeepStrictEqual(content, current) ? record : await store.replace(record, content, now);
      return { body: presentManagedNotice(next, scope, now), version: next.version };
    },

    withdrawNotice: async ({ scope, params, ifMatch }) => {
      const now = clock();
      const store = new NoticeStore(table, scope);
      const record = await store.read(params.id);
      expectVersion(ifMatch, record.version);
      checkNotOver(record, now);
      const next = await store.replace(record, { withdrawnAt: now.toISOString() }, now);
      return { body: presentManagedNotice(next, scope, now), version: next.version };
    },
  };
}

function contentOf({ kind, title, text, validFor }: NoticeInput, now: Date) {
  return { kind, title, text, validFor: periodOf(validFor, now) };
}

/** The input that would create this notice. */
function inputOf({ kind, title, text, validFor }: NoticeRecord): NoticeInput {
  return { kind, title, text, validFor };
}

/** The input that would create the patched notice. */
function patched(current: NoticeInput, patch: unknown): NoticeInput {
  const merged = noticeInput.safeParse(mergePatch(current, patch));
  if (!merged.success) throw invalidRequest(problemsOf(merged.error, 'body'));
  return merged.data;
}
