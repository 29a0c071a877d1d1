import { beforeEach, describe, expect, it } from 'vitest';
import { acceptanceSortKey } from '../../../../shared/rules/acceptance-record.ts';
import { defineRoutes } from '../../../../shared/http/route.ts';
import {
  acceptanceItem,
  type Call,
  callerOf,
  carrierPerson,
  seedManager,
  seedOperator,
} from '../../../invoke.ts';
import { openTable, type TestTable } from '../../../table.ts';

const allRoles = ['administrator', 'technical', 'manager', 'support', 'carrier-administrator'] as const;
const success = { status: 204 } as const;
const routes = defineRoutes({
  read: { method: 'GET', path: '/thing', summary: 'Reads', access: allRoles, success },
  write: { method: 'POST', path: '/thing', summary: 'Writes', access: allRoles, success },
  me: { method: 'GET', path: '/me', summary: 'Who', access: allRoles, allowedWhileBlocked: true, success },
  accept: {
    method: 'POST',
    path: '/acceptance',
    summary: 'Accepts',
    access: allRoles,
    allowedWhileBlocked: true,
    allowedWhileSuspended: true,
    success,
  },
  object: {
    method: 'POST',
    path: '/objection',
    summary: 'Objects',
    access: allRoles,
    allowedWhileSuspended: true,
    success,
  },
  start: {
    method: 'POST',
    path: '/start',
    summary: 'Starts',
    access: allRoles,
    allowedWhileBlocked: true,
    success,
  },
});
const nothing = () => Promise.resolve({ body: undefined });
const handlers = {
  read: nothing,
  write: nothing,
  me: nothing,
  accept: nothing,
  object: nothing,
  start: nothing,
};
const rules = [
  { version: '1', inForceFrom: '2026-01-01T00:00:00+03:00' },
  { version: '2', inForceFrom: '2026-06-01T00:00:00+03:00' },
];

let store: TestTable;
let now: Date;
let call: Call;
const answersTo = async (person: Parameters<Call>[0]) => {
  const answers = [];
  for (const request of ['GET /thing', 'POST /thing', 'GET /me', 'POST /acceptance']) {
    const { status, body } = await call(person, request);
    answers.push(status === 204 ? 204 : (body as { code: string }).code);
  }
  return answers;
};
const accept = (sub: string, rulesVersion: string) => store.put({ ...acceptanceItem(sub), rulesVersion });

beforeEach(async () => {
  store = await openTable();
  now = new Date('2026-05-31T20:00:00Z');
  call = callerOf(routes, handlers, { table: store.table, clock: () => now, rules, mfaRequired: true });
});

describe('the rules of the service', () => {
  const newcomer = { sub: 'newcomer', groups: ['operator-north', 'technical'] };
  const blocked = ['rulesNotAccepted', 'rulesNotAccepted', 204, 204];

  it('block everything but the signed-in user and their acceptance, until they are accepted', async () => {
    await seedOperator(store, 'north');
    expect(await answersTo(newcomer)).toEqual(blocked);
    await accept('newcomer', '1');
    expect(await answersTo(newcomer)).toEqual([204, 204, 204, 204]);
  });

  it('are asked for again as soon as another version is in force', async () => {
    await seedOperator(store, 'north');
    await accept('newcomer', '1');
    expect((await call(newcomer, 'GET /thing')).status).toBe(204);
    now = new Date('2026-05-31T21:00:00Z');
    expect(await answersTo(newcomer)).toEqual(blocked);
    await accept('newcomer', '2');
    expect((await call(newcomer, 'GET /thing')).status).toBe(204);
  });

  it('are not required of machine accounts, for which a person is responsible, nor of the carrier', async () => {
    await seedOperator(store, 'north');
    await store.put({ pk: 'USER#newcomer', sk: acceptanceSortKey, schemaVersion: 1, machine: true });
    expect(await answersTo(newcomer)).toEqual([204, 204, 204, 204]);
    const manager = await seedManager(store, 'boris', []);
    expect(await answersTo({ ...manager, hasSecondFactor: true })).toEqual([204, 204, 204, 204]);
  });

  it('are read together with the operator, in one call, once a minute', async () => {
    await seedOperator(store, 'north');
    await accept('newcomer', '2');
    const calls: string[] = [];
    const table = store.intercepted((command, forward) => {
      calls.push(command.constructor.name);
      return forward();
    });
    const counted = callerOf(routes, handlers, { table, clock: () => now, rules });
    await counted(newcomer, 'GET /thing');
    await counted(newcomer, 'GET /thing');
    expect(calls).toEqual(['BatchGetItemCommand']);
  });
});

describe('an operator', () => {
  it('that is closed gets that error from everything but the signed-in user', async () => {
    const of = await seedOperator(store, 'south', { status: 'closed' });
    const closed = 'operatorClosed';
    expect(await answersTo(of('technical'))).toEqual([closed, closed, 204, closed]);
  });

  it('that is suspended reads, and may still accept the rules', async () => {
    await seedOperator(store, 'east', { status: 'suspended' });
    const newcomer = { sub: 'newcomer', groups: ['operator-east', 'technical'] };
    expect(await answersTo(newcomer)).toEqual(['rulesNotAccepted', 'rulesNotAccepted', 204, 204]);
    await accept('newcomer', '1');
    expect(await answersTo(newcomer)).toEqual([204, 'operatorSuspended', 204, 204]);
  });

  it('that is suspended may object after its user has accepted the rules, and start nothing', async () => {
    await seedOperator(store, 'east', { status: 'suspended' });
    const newcomer = { sub: 'newcomer', groups: ['operator-east', 'technical'] };
    expect((await call(newcomer, 'POST /objection')).body).toMatchObject({ code: 'rulesNotAccepted' });
    await accept('newcomer', '1');
    expect((await call(newcomer, 'POST /objection')).status).toBe(204);
    // Being allowed while blocked is another thing.
    expect((await call(newcomer, 'POST /start')).body).toMatchObject({ code: 'operatorSuspended' });
  });

  it('that was closed a moment ago is served again as soon as it is open', async () => {
    const of = await seedOperator(store, 'south', { status: 'closed' });
    expect((await call(of('technical'), 'GET /thing')).status).toBe(403);
    await seedOperator(store, 'south');
    expect((await call(of('technical'), 'GET /thing')).status).toBe(204);
  });
});

describe('the second factor', () => {
  it.each(['support', 'carrier-administrator'] as const)('is demanded of the role %s', async (role) => {
    const person = carrierPerson(role);
    const refused = ['mfaRequired', 'mfaRequired', 204, 204];
    expect(await answersTo(person)).toEqual(refused);
    expect(await answersTo({ ...person, hasSecondFactor: false })).toEqual(refused);
    expect(await answersTo({ ...person, hasSecondFactor: true })).toEqual([204, 204, 204, 204]);
  });

  it('is demanded of no operator, and in no stage that does without', async () => {
    const of = await seedOperator(store, 'north');
    expect(await answersTo(of('technical'))).toEqual([204, 204, 204, 204]);
    call = callerOf(routes, handlers, { table: store.table, clock: () => now, rules });
    expect(await answersTo(carrierPerson('support'))).toEqual([204, 204, 204, 204]);
  });
});
