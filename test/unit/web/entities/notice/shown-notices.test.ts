import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, it } from 'vitest';
import {
  type ManagedNotice,
  managedNoticesQuery,
  noticesQuery,
  showSaved,
} from '../../../../../web/src/entities/notice/notice-queries.ts';

const { queryKey } = managedNoticesQuery;
const person = { id: 'administrator', isMe: true };
const notice = (id: string, change: Partial<ManagedNotice> = {}): ManagedNotice => ({
  '@type': 'CabinetManagedNotice',
  id,
  href: `/cabinet/v1/notice/${id}`,
  version: 1,
  kind: 'works',
  title: { ru: id, en: id },
  text: { ru: id, en: id },
  validFor: { startDateTime: '2026-11-01T00:00:00.000Z', endDateTime: '2026-12-01T00:00:00.000Z' },
  state: 'inForce',
  owner: person,
  createdAt: '2026-11-01T00:00:00.000Z',
  changedBy: person,
  changedAt: '2026-11-01T00:00:00.000Z',
  ...change,
});

let client: QueryClient;

beforeEach(() => {
  client = new QueryClient();
});

const pageOf = (rows: readonly ManagedNotice[], next?: string) => ({ rows, next, total: null });
const load = (...pages: ReturnType<typeof pageOf>[]) =>
  client.setQueryData(queryKey, { pages, pageParams: pages.map(() => undefined) });
const shownPages = () => client.getQueryData(queryKey)?.pages.map(({ rows }) => rows);

it('shows a new notice at the top of the first page only', async () => {
  load(pageOf([notice('a')], 'more'), pageOf([notice('b')]));
  await showSaved(client, notice('new'));
  expect(shownPages()).toEqual([[notice('new'), notice('a')], [notice('b')]]);
});

it('shows the first notice of all', async () => {
  load(pageOf([]));
  await showSaved(client, notice('new'));
  expect(shownPages()).toEqual([[notice('new')]]);
});

it('shows a changed notice in its place, on whichever page, and once when its creation was repeated', async () => {
  load(pageOf([notice('a')], 'more'), pageOf([notice('b'), notice('c')]));
  const withdrawn = notice('b', { version: 2, state: 'withdrawn' });
  await showSaved(client, withdrawn);
  await showSaved(client, notice('a'));
  expect(shownPages()).toEqual([[notice('a')], [withdrawn, notice('c')]]);
});

it('leaves a list that was not loaded to the API, and has the notices in force read again', async () => {
  client.setQueryData(noticesQuery.queryKey, []);
  await showSaved(client, notice('new'));
  expect(shownPages()).toBeUndefined();
  expect(client.getQueryState(noticesQuery.queryKey)?.isInvalidated).toBe(true);
});

it('discards an answer that was requested before the notice was saved', async () => {
  load(pageOf([notice('a')]));
  const answer = Promise.withResolvers<ReturnType<typeof pageOf>>();
  const reading = client.infiniteQuery({ ...managedNoticesQuery, queryFn: () => answer.promise });
  await showSaved(client, notice('new'));
  answer.resolve(pageOf([notice('a')]));
  await reading;
  expect(shownPages()).toEqual([[notice('new'), notice('a')]]);
});
