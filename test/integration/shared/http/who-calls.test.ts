import { expect, test } from 'vitest';
import { createHandlers } from '../../../../functions/operators/handlers.ts';
import { routes } from '../../../../functions/operators/routes.ts';
import { callerOf, seedManager, seedOperator } from '../../../invoke.ts';
import { openTable } from '../../../table.ts';

test('everybody is told who they are', async () => {
  const store = await openTable();
  const call = callerOf(routes, createHandlers(store), { table: store.table });
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

test('whoever belongs nowhere is told why', async () => {
  const store = await openTable();
  const call = callerOf(routes, createHandlers(store), { table: store.table });
  const answer = await call({ sub: 'nobody', groups: [] }, 'GET /cabinet/v1/me');
  expect(answer).toMatchObject({ status: 403, body: { code: 'noGroup', status: '403' } });
});
