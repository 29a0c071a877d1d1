import { expect, test } from 'vitest';
import { createHandlers } from '../../../../functions/operators/handlers.ts';
import { routes } from '../../../../functions/operators/routes.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { callerOf, seedManager, seedOperator } from '../../../invoke.ts';
import { allAreManagers, groupsInMemory } from '../../../operator-groups.ts';
import { openTable } from '../../../table.ts';

const clock = () => new Date();
const ports = { clock, ids: createIds(clock), groups: groupsInMemory(), managers: allAreManagers };

test('every role can read the signed-in user', async () => {
  const store = await openTable();
  const call = callerOf(routes, createHandlers({ ...store, ...ports }), { table: store.table });
  const of = await seedOperator(store, 'alfa', { name: 'Alfa Telecom', status: 'suspended' });
  expect(await call(of('technical'), 'GET /cabinet/v1/me')).toMatchObject({
    status: 200,
    body: {
      side: 'operator',
      roles: ['technical'],
      operator: { id: 'alfa', name: 'Alfa Telecom' },
      suspended: true,
    },
  });
  const manager = await seedManager(store, 'boris', ['alfa']);
  expect(await call(manager, 'GET /cabinet/v1/me')).toMatchObject({
    status: 200,
    body: { side: 'carrier', roles: ['manager'], suspended: false },
  });
});

test('a user without a group gets the reason', async () => {
  const store = await openTable();
  const call = callerOf(routes, createHandlers({ ...store, ...ports }), { table: store.table });
  const answer = await call({ sub: 'nobody', groups: [] }, 'GET /cabinet/v1/me');
  expect(answer).toMatchObject({ status: 403, body: { code: 'noGroup', status: '403' } });
});

test('every role can choose a language, which is stored, even while access is blocked', async () => {
  const store = await openTable();
  const call = callerOf(routes, createHandlers({ ...store, ...ports }), { table: store.table });
  await seedOperator(store, 'alfa');
  const newcomer = { sub: 'newcomer', groups: ['operator-alfa', 'finance'] };
  expect((await call(newcomer, 'GET /cabinet/v1/me')).body).not.toHaveProperty('language');
  for (const language of ['en', 'en', 'ru']) {
    const { status, body } = await call(newcomer, 'PATCH /cabinet/v1/me', { body: { language } });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { language, accessBlock: 'rulesNotAccepted' },
    });
  }
  expect((await call(newcomer, 'GET /cabinet/v1/me')).body).toMatchObject({ language: 'ru' });
});
