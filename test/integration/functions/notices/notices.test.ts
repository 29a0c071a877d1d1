import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createHandlers } from '../../../../functions/notices/handlers.ts';
import { noticeItem, noticeKey, type NoticeRecord } from '../../../../functions/notices/notice-record.ts';
import { routes } from '../../../../functions/notices/routes.ts';
import { seedNotices } from '../../../../infra/demo/seed-notices.ts';
import { CabinetError } from '../../../../shared/errors.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { countCalls } from '../../../bench/calls.ts';
import { recordCalls } from '../../../bench/recorded-calls.ts';
import {
  type Call,
  callerOf,
  carrierPerson,
  type Person,
  seedManager,
  seedOperator,
} from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';

const path = '/cabinet/v1/notice';
const day = 24 * 60 * 60 * 1000;
const administrator = carrierPerson('carrier-administrator');

let testTable: TestTable;
let technician: Person;
let call: Call;
let now: number;

beforeEach(async () => {
  testTable = await openTable();
  now = Date.parse('2026-03-02T09:00:00.000Z');
  const clock = () => new Date(now);
  const { table } = testTable;
  call = callerOf(routes, createHandlers({ table, clock, ids: createIds(clock) }), { table, clock });
  technician = (await seedOperator(testTable, 'sever'))('technical');
});

const inDays = (days: number) => new Date(now + days * day).toISOString();

const inputOf = (change: object = {}) => ({
  kind: 'works',
  title: { ru: 'Плановые работы', en: 'Planned works' },
  text: { ru: 'Возможны перерывы.', en: 'Interruptions are possible.' },
  validFor: { startDateTime: inDays(-1), endDateTime: inDays(7) },
  ...change,
});

const titled = (title: string, change: object = {}) =>
  inputOf({ title: { ru: title, en: title }, ...change });

const keptSchema = z.looseObject({
  id: z.string(),
  href: z.string(),
  version: z.number(),
  state: z.string(),
});

async function create(input: object = inputOf()) {
  const answer = await call(administrator, `POST ${path}`, { body: input });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body, null, 1));
  return keptSchema.parse(answer.body);
}

const titlesOf = (body: unknown) =>
  z
    .array(z.object({ title: z.unknown() }))
    .parse(body)
    .map(({ title }) => title);

const read = async (person = technician) => call(person, `GET ${path}`);

const pointersOf = (body: unknown) => {
  const { problem } = z.object({ problem: z.array(z.object({ pointer: z.string() })) }).parse(body);
  return problem.map(({ pointer }) => pointer).toSorted();
};

describe('the active notices', () => {
  it('are read by all signed-in users, in their language and without the author', async () => {
    const { id } = await create();
    const manager = await seedManager(testTable, 'anna', []);
    for (const person of [technician, manager, carrierPerson('support'), administrator]) {
      const { status, body, headers } = await call(person, `GET ${path}`, {
        headers: { 'accept-language': 'en' },
      });
      expect([status, headers['x-total-count']]).toEqual([200, '1']);
      expect(body).toEqual([
        {
          '@type': 'CabinetNotice',
          id,
          href: `${path}/${id}`,
          version: 1,
          kind: 'works',
          title: 'Planned works',
          text: 'Interruptions are possible.',
          validFor: { startDateTime: inDays(-1), endDateTime: inDays(7) },
        },
      ]);
    }
    expect(titlesOf((await read()).body)).toEqual(['Плановые работы']);
  });

  it('are those that have started and not ended, to the second', async () => {
    await create(titled('now'));
    await create(titled('later', { validFor: { startDateTime: inDays(1), endDateTime: inDays(8) } }));
    expect(titlesOf((await read()).body)).toEqual(['now']);
    now += day;
    expect(titlesOf((await read()).body)).toEqual(['later', 'now']);
    now += 6 * day - 1;
    expect(titlesOf((await read()).body)).toEqual(['later', 'now']);
    now += 1;
    expect(titlesOf((await read()).body)).toEqual(['later']);
  });

  it('come important ones first, then the newest', async () => {
    const from = (days: number) => ({ validFor: { startDateTime: inDays(days), endDateTime: inDays(7) } });
    await create(titled('old', from(-3)));
    await create(titled('important', { kind: 'important', ...from(-5) }));
    await create(titled('new', { kind: 'information', ...from(-1) }));
    expect(titlesOf((await read()).body)).toEqual(['important', 'new', 'old']);
  });

  it('are read in one call of one page, however many have ended or start later than any can last', async () => {
    const filler = 'Я'.repeat(2000);
    const recordOf = (index: number, start: number, end: number): NoticeRecord => ({
      ...{ schemaVersion: 1, version: 1, kind: 'information', owner: 'o', createdAt: inDays(start) },
      ...{ changedBy: 'o', changedAt: inDays(start), id: `01KDZ${String(index).padStart(21, '0')}` },
      title: { ru: `№ ${String(index)}`, en: '' },
      text: { ru: filler, en: filler },
      validFor: { startDateTime: inDays(start), endDateTime: inDays(end) },
    });
    // More than the engine reads at once (1 MB) on either side.
    const records = Array.from({ length: 300 }, (_, index) =>
      index % 2 === 0 ? recordOf(index, -60, -1 - index / 100) : recordOf(index, 91, 92 + index / 100),
    );
    for (let from = 0; from < records.length; from += 50)
      await testTable.table.write(
        records.slice(from, from + 50).map((record) => ({
          put: noticeKey(record.id),
          item: noticeItem(record),
          expect: 'absent',
          refusal: new CabinetError('alreadyExists'),
        })),
      );
    await create(titled('in force', { validFor: { startDateTime: inDays(0), endDateTime: inDays(90) } }));
    await read();
    const { calls, result } = await recordCalls(() => read());
    expect(titlesOf(result.body)).toEqual(['in force']);
    expect(countCalls(calls)).toEqual({ reads: 1, transactions: 0, others: 0 });
  });

  it('are twenty at most', async () => {
    for (let count = 0; count < 21; count += 1) await create(titled(`№ ${String(count)}`));
    const { body, headers } = await read();
    expect([titlesOf(body).length, headers['x-result-count'], headers['x-total-count']]).toEqual([
      20,
      '20',
      '21',
    ]);
  });
});

describe('managing notices', () => {
  it('creates one with its owner, once per key', async () => {
    const parts = { body: inputOf(), headers: { 'idempotency-key': 'k' } };
    const answer = await call(administrator, `POST ${path}`, parts);
    expect(answer).toMatchObject({
      status: 201,
      headers: { etag: '"1"', location: `${path}/${answer.body.id}` },
    });
    expect(answer.body).toEqual({
      ...inputOf(),
      '@type': 'CabinetManagedNotice',
      id: answer.body.id,
      href: `${path}/${answer.body.id}`,
      version: 1,
      state: 'inForce',
      owner: { id: administrator.sub, isMe: true },
      createdAt: '2026-03-02T09:00:00.000Z',
      changedBy: { id: administrator.sub, isMe: true },
      changedAt: '2026-03-02T09:00:00.000Z',
    });
    expect((await call(administrator, `POST ${path}`, parts)).body).toEqual(answer.body);
    expect(await call(administrator, `GET ${path}/${answer.body.id}`)).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: answer.body,
    });
    expect(titlesOf((await read()).body)).toHaveLength(1);
  });

  it('activates one immediately if it has no start', async () => {
    const { validFor, state } = await create(
      inputOf({ validFor: { endDateTime: '2026-03-09T12:00:00+03:00' } }),
    );
    expect([validFor, state]).toEqual([
      { startDateTime: '2026-03-02T09:00:00.000Z', endDateTime: '2026-03-09T09:00:00.000Z' },
      'inForce',
    ]);
  });

  it('lists all of them with their states, the latest end first, page by page', async () => {
    await create(titled('past', { validFor: { startDateTime: inDays(-1), endDateTime: inDays(1) } }));
    await create(titled('in force'));
    await create(titled('planned', { validFor: { startDateTime: inDays(20), endDateTime: inDays(30) } }));
    const { href } = await create(titled('withdrawn', { validFor: { endDateTime: inDays(40) } }));
    await call(administrator, `POST ${href}/withdrawal`);
    now += 2 * day;
    const states: unknown[] = [];
    let next = `${path}/managed?limit=1`;
    while (next !== '') {
      const { status, body, headers } = await call(administrator, `GET ${next}`);
      expect([status, body.length]).toEqual([200, 1]);
      states.push([body[0].title.en, body[0].state]);
      next = /<([^>]+)>/.exec(headers['link'] ?? '')?.[1] ?? '';
    }
    expect(states).toEqual([
      ['planned', 'planned'],
      ['in force', 'inForce'],
      ['past', 'past'],
      ['withdrawn', 'withdrawn'],
    ]);
  });

  it('applies a merge patch, and shows who changed it and when', async () => {
    const created = await create();
    now += 60_000;
    const colleague = { sub: 'colleague', groups: ['carrier-administrator'] };
    const answer = await call(colleague, `PATCH ${created.href}`, {
      headers: { 'if-match': '"1"' },
      body: { title: { en: 'Works' }, validFor: { endDateTime: inDays(3) } },
    });
    expect(answer).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(answer.body).toMatchObject({
      version: 2,
      title: { ru: 'Плановые работы', en: 'Works' },
      validFor: { ...(created['validFor'] as object), endDateTime: inDays(3) },
      owner: { id: administrator.sub, isMe: false },
      changedBy: { id: 'colleague', isMe: true },
      createdAt: '2026-03-02T09:00:00.000Z',
      changedAt: '2026-03-02T09:01:00.000Z',
    });
    expect((await read()).body).toMatchObject([{ version: 2 }]);
  });

  it('does not increment the version if a patch changes nothing, so that it is not shown again', async () => {
    const { href, ...created } = await create();
    now += 60_000;
    for (const body of [
      {},
      { title: { ru: 'Плановые работы' }, validFor: { endDateTime: '2026-03-09T12:00:00+03:00' } },
    ]) {
      const answer = await call(administrator, `PATCH ${href}`, { body });
      expect(answer).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: created });
    }
  });

  it('withdraws one, which is then hidden and cannot change', async () => {
    const { href } = await create();
    const answer = await call(administrator, `POST ${href}/withdrawal`, { headers: { 'if-match': '"1"' } });
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { state: 'withdrawn', withdrawnAt: '2026-03-02T09:00:00.000Z' },
    });
    expect((await read()).body).toEqual([]);
    const over = { status: 409, body: { code: 'changeForbidden' } };
    expect(await call(administrator, `POST ${href}/withdrawal`)).toMatchObject(over);
    expect(await call(administrator, `PATCH ${href}`, { body: { kind: 'works' } })).toMatchObject(over);
  });

  it('does not change one that has ended', async () => {
    const { href } = await create();
    now += 7 * day;
    const body = { validFor: { endDateTime: inDays(7) } };
    expect(await call(administrator, `PATCH ${href}`, { body })).toMatchObject({
      status: 409,
      body: { code: 'changeForbidden' },
    });
    expect((await call(administrator, `GET ${href}`)).body).toMatchObject({ state: 'past', version: 1 });
  });

  it('refuses a stale version, and answers 404 for a missing notice', async () => {
    const { href } = await create();
    const headers = { 'if-match': '"7"' };
    expect((await call(administrator, `PATCH ${href}`, { headers, body: {} })).status).toBe(412);
    expect((await call(administrator, `POST ${href}/withdrawal`, { headers })).status).toBe(412);
    for (const id of ['01KDZ000000000000000000000', 'kept-not', '%23'])
      expect((await call(administrator, `GET ${path}/${id}`)).status).toBe(404);
  });

  it('deletes one a year after its end', async () => {
    const { id, href } = await create();
    const expiryOf = async () => (await testTable.table.get(noticeKey(id)))?.['expiresAtSeconds'];
    const year = 365 * day;
    expect(await expiryOf()).toBe((now + 7 * day + year) / 1000);
    await call(administrator, `PATCH ${href}`, { body: { validFor: { endDateTime: inDays(9) } } });
    expect(await expiryOf()).toBe((now + 9 * day + year) / 1000);
    await call(administrator, `POST ${href}/withdrawal`);
    expect(await expiryOf()).toBe((now + year) / 1000);
  });
});

describe('a notice is refused', () => {
  it.each([
    ['a title in one language only', { title: { ru: 'Работы' } }, ['/title/en']],
    ['a blank text', { text: { ru: ' ', en: 'x' } }, ['/text/ru']],
    [
      'a long title and a long text',
      { title: { ru: 'x'.repeat(201), en: 'x' }, text: { ru: 'x', en: 'x'.repeat(2001) } },
      ['/text/en', '/title/ru'],
    ],
    ['a kind that there is not', { kind: 'gossip' }, ['/kind']],
    ['no end', { validFor: {} }, ['/validFor/endDateTime']],
  ])('with %s', async (_name, change, pointers) => {
    const { status, body } = await call(administrator, `POST ${path}`, { body: inputOf(change) });
    expect([status, pointersOf(body)]).toEqual([400, pointers]);
  });

  it.each([
    ['that ends before it starts', 5, 4, 'Must be later than startDateTime'],
    ['that ends when it starts', 5, 5, 'Must be later than startDateTime'],
    ['that has already ended', -5, -1, 'Must be in the future'],
    ['for more than 90 days', 5, 95.001, 'At most 90 days after the beginning (startDateTime)'],
  ])('%s, on its making and on its change', async (_name, start, end, message) => {
    const validFor = { startDateTime: inDays(start), endDateTime: inDays(end) };
    const headers = { 'accept-language': 'en' };
    const refusal = { status: 400, body: { problem: [{ pointer: '/validFor/endDateTime', message }] } };
    expect(await call(administrator, `POST ${path}`, { headers, body: inputOf({ validFor }) })).toMatchObject(
      refusal,
    );
    const { href } = await create();
    expect(await call(administrator, `PATCH ${href}`, { headers, body: { validFor } })).toMatchObject(
      refusal,
    );
  });

  it('for 90 days is not', async () => {
    await create(inputOf({ validFor: { startDateTime: inDays(5), endDateTime: inDays(95) } }));
  });
});

describe('the demo', () => {
  it.each(['2026-03-02T09:00:00.000Z', '2026-01-31T21:30:00.000Z', '2026-12-24T20:59:00.000Z'])(
    'that begins at %s has notices of works in the coming week and of prices, in both languages',
    async (beginning) => {
      now = Date.parse(beginning);
      const context = {
        // The seed only needs the table among its clients.
        clients: { table: testTable.documents } as Parameters<typeof seedNotices>[0]['clients'],
        tableName: testTable.name,
        now: () => new Date(now),
      };
      await seedNotices(context, administrator.sub);
      const { body } = await call(administrator, `GET ${path}/managed`);
      expect(body).toMatchObject([
        { kind: 'information', state: 'inForce', owner: { isMe: true } },
        { kind: 'works', state: 'inForce', owner: { isMe: true } },
      ]);
      for (const { kind, title, text, validFor } of body) {
        const again = await call(administrator, `POST ${path}`, { body: { kind, title, text, validFor } });
        expect(again.status).toBe(201);
      }
      now += 7 * day;
      expect((await read()).body).toMatchObject([{ kind: 'information' }, { kind: 'information' }]);
    },
  );
});
