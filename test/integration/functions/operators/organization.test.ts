import { beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../../functions/operators/handlers.ts';
import { routes } from '../../../../functions/operators/routes.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { assertTmf } from '../../../contract/tmf.ts';
import {
  type Call,
  callerOf,
  carrierPerson,
  type Person,
  seedManager,
  seedOperator,
} from '../../../invoke.ts';
import { allAreManagers, groupsInMemory } from '../../../operator-groups.ts';
import { openTable } from '../../../table.ts';

const collection = '/tmf-api/party/v4/organization';
const clock = () => new Date();
const dependencies = { clock, ids: createIds(clock), groups: groupsInMemory(), managers: allAreManagers };
let call: Call;
let finance: Person;
let manager: Person;

beforeAll(async () => {
  const store = await openTable();
  call = callerOf(routes, createHandlers({ ...store, ...dependencies }), store);
  finance = (await seedOperator(store, 'north'))('finance');
  for (const id of ['south', 'east', 'west'])
    await seedOperator(store, id, { status: id === 'east' ? 'suspended' : 'active' });
  manager = await seedManager(store, 'manager-1', ['north', 'south', 'east', 'gone']);
});

const idsOf = (body: readonly { id: string }[]) => body.map(({ id }) => id);

describe('operators', () => {
  it('are shown as TMF632 organizations', async () => {
    const { status, body } = await call(finance, `GET ${collection}/north`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: 'north', name: 'Operator north', suspended: false });
    assertTmf('TMF632', 'Organization', body);
  });

  it('are limited to a user’s own operator, or to a manager’s portfolio', async () => {
    expect(idsOf((await call(finance, `GET ${collection}`)).body)).toEqual(['north']);
    expect(idsOf((await call(manager, `GET ${collection}`)).body)).toEqual(['east', 'north', 'south']);
  });

  it('of others are not found, for operators and managers alike', async () => {
    const missing = await call(finance, `GET ${collection}/nowhere`);
    expect(missing.status).toBe(404);
    expect(await call(finance, `GET ${collection}/south`)).toEqual(missing);
    expect(await call(manager, `GET ${collection}/west`)).toEqual(missing);
    expect(await call(manager, `GET ${collection}/gone`)).toEqual(missing);
  });

  it('are listed page by page', async () => {
    const first = await call(manager, `GET ${collection}?limit=2`);
    expect(idsOf(first.body)).toEqual(['east']);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers['link'] ?? '')?.[1] ?? '';
    const second = await call(manager, `GET ${next}`);
    expect(idsOf(second.body)).toEqual(['north', 'south']);
    expect(second.headers['link']).toBeUndefined();
  });

  it('cannot be listed by support', async () => {
    expect((await call(carrierPerson('support'), `GET ${collection}`)).status).toBe(403);
  });
});
