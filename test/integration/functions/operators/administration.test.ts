import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../../functions/operators/handlers.ts';
import { routes } from '../../../../functions/operators/routes.ts';
import {
  type Call,
  callerOf,
  carrierPerson,
  type Person,
  seedManager,
  seedOperator,
} from '../../../invoke.ts';
import { allAreManagers, groupsInMemory } from '../../../operator-groups.ts';
import { openTable, type TestTable } from '../../../table.ts';

const administrator = carrierPerson('carrier-administrator');
const [boris, vera] = [
  '1b5c7d10-0000-4000-8000-000000000004',
  '1b5c7d10-0000-4000-8000-000000000021',
] as const;
let store: TestTable;
let now: Date;
let call: Call;
let technical: Person;

beforeEach(async () => {
  store = await openTable();
  now = new Date('2026-11-22T09:00:00Z');
  const clock = () => now;
  call = callerOf(
    routes,
    createHandlers({
      table: store.table,
      clock,
      groups: groupsInMemory(),
      managers: allAreManagers,
    }),
    {
      table: store.table,
      clock,
    },
  );
  technical = (await seedOperator(store, 'north', { managerSub: boris }))('technical');
  await seedManager(store, boris, ['north', 'south']);
});

const transition = (status: string) =>
  call(administrator, 'POST /cabinet/v1/operator/north/transition', {
    body: { status, reason: 'Задолженность' },
  });
const assign = (managerSub: string = vera) =>
  call(administrator, 'POST /cabinet/v1/operator/north/manager', { body: { managerSub } });

describe('an operator', () => {
  it('is suspended, resumed, closed and reopened, with the reason in its history', async () => {
    for (const status of ['suspended', 'active', 'closed', 'active'])
      expect(await transition(status)).toMatchObject({ status: 200, body: { status } });
    expect(await transition('active')).toMatchObject({
      status: 409,
      body: { allowed: ['suspended', 'closed'] },
    });
    const { body, headers } = await call(administrator, 'GET /cabinet/v1/operator/north/history');
    expect(headers['x-total-count']).toBe('4');
    expect(body[0]).toMatchObject({
      kind: 'status',
      from: 'closed',
      to: 'active',
      reason: 'Задолженность',
    });
  });

  it('is denied access, with the code of the cause, within a minute of being closed', async () => {
    expect((await call(technical, 'GET /tmf-api/party/v4/organization')).status).toBe(200);
    await transition('closed');
    now = new Date(now.getTime() + 60_000);
    expect((await call(technical, 'GET /tmf-api/party/v4/organization')).body.code).toBe('operatorClosed');
    expect((await call(technical, 'GET /cabinet/v1/me')).body).toMatchObject({
      accessBlock: 'operatorClosed',
    });
  });

  it('is not found if it does not exist', async () => {
    for (const path of ['nowhere', 'nowhere/history', 'NO'])
      expect((await call(administrator, `GET /cabinet/v1/operator/${path}`)).status).toBe(404);
  });
});

describe('a portfolio', () => {
  const order = (ulid: string) => ({
    pk: 'OP#north',
    sk: `ORDER#${ulid}`,
    version: 1,
    managerSub: boris,
    duePartition: 'OP#north#ORDER',
    dueSort: `2026-12-01T00:00:00.000Z#${ulid}`,
    managerPartition: `MANAGER#${boris}#ORDER`,
    managerSort: `2026-11-25T00:00:00.000Z#${ulid}#north`,
  });
  const ulidAt = (place: number) => `01KAMW0F0G7C8M1R2S3T4V${String(place).padStart(4, '0')}`;

  it('hands over an operator with its record, both portfolios and all open requests, in several calls', async () => {
    for (let place = 0; place < 60; place += 1) await store.put(order(ulidAt(place)));
    await store.put({
      pk: 'OP#north',
      sk: `CANCELLATION#${ulidAt(70)}`,
      version: 1,
      managerSub: boris,
      managerPartition: `MANAGER#${boris}#CANCELLATION`,
      managerSort: `2026-11-25T00:00:00.000Z#${ulidAt(70)}#north`,
    });
    await store.put({ pk: 'OP#north', sk: `CANCELLATION#${ulidAt(71)}`, version: 3, managerSub: boris });
    await store.catchUp();
    expect((await assign()).body).toMatchObject({ moved: 50, state: 'inProgress' });
    expect((await assign()).body).toMatchObject({ moved: 11, state: 'inProgress' });
    // A request submitted within this minute may still have the previous manager.
    await store.put(order(ulidAt(80)));
    await store.catchUp();
    now = new Date(now.getTime() + 121_000);
    expect((await assign()).body).toMatchObject({ moved: 1, state: 'completed' });
    expect((await assign()).body).toMatchObject({ moved: 0, state: 'completed' });

    expect(await store.itemAt('OP#north', 'OPERATOR')).toMatchObject({ managerSub: vera });
    expect((await store.itemAt(`USER#${boris}`, 'PORTFOLIO'))!['operatorIds']).toEqual(['south']);
    expect((await store.itemAt(`USER#${vera}`, 'PORTFOLIO'))!['operatorIds']).toEqual(['north']);
    expect(await store.itemAt('OP#north', `ORDER#${ulidAt(59)}`)).toMatchObject({
      version: 2,
      managerSub: vera,
      managerPartition: `MANAGER#${vera}#ORDER`,
    });
    expect(await store.itemAt('OP#north', `CANCELLATION#${ulidAt(70)}`)).toMatchObject({
      managerPartition: `MANAGER#${vera}#CANCELLATION`,
    });
    expect(await store.itemAt('OP#north', `CANCELLATION#${ulidAt(71)}`)).toMatchObject({ version: 3 });
    const { body } = await call(administrator, 'GET /cabinet/v1/operator/north/history');
    expect(body).toMatchObject([{ kind: 'manager', from: boris, to: vera }]);
  });

  it('can be changed only by the carrier’s administrator', async () => {
    const manager = { sub: boris, groups: ['manager'] };
    for (const person of [technical, manager]) {
      const answer = await call(person, 'POST /cabinet/v1/operator/north/manager', {
        body: { managerSub: vera },
      });
      expect(answer.body.code).toBe('roleNotAllowed');
    }
  });
});
