import { beforeEach, describe, expect, it } from 'vitest';
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
import { openTable, type TestTable } from '../../../table.ts';

const collection = '/tmf-api/partyRoleManagement/v4/partyRole';
const administrator = carrierPerson('carrier-administrator');
const clock = () => new Date();
const customer = {
  name: 'customer',
  engagedParty: { id: 'kazanset', '@referredType': 'Organization' },
  account: [{ id: 'ЛС-100207', name: 'Основной' }],
  agreement: [{ id: 'МС-2026-207' }],
};
let store: TestTable;
let call: Call;
let finance: Person;

beforeEach(async () => {
  store = await openTable();
  const ports = {
    table: store.table,
    clock,
    ids: createIds(clock),
    groups: groupsInMemory(),
    managers: allAreManagers,
  };
  call = callerOf(routes, createHandlers(ports), store);
  finance = (await seedOperator(store, 'north', { managerSub: 'manager-1' }))('finance');
  await seedOperator(store, 'south');
  await call(administrator, 'POST /tmf-api/party/v4/organization', {
    body: {
      name: 'ООО «Казаньсеть»',
      organizationIdentification: [
        { identificationType: 'ИНН', identificationId: '1600000068' },
        { identificationType: 'КПП', identificationId: '160001001' },
        { identificationType: 'ОГРН', identificationId: '1261600000067' },
      ],
    },
  });
});

const create = (body: object = customer, headers: Record<string, string> = {}) =>
  call(administrator, `POST ${collection}`, { body, headers });
const idsOf = (body: readonly { id: string }[]) => body.map(({ id }) => id);

describe('the customer role', () => {
  it('is given once to a registered operator, as TMF669 defines it', async () => {
    expect((await call(administrator, `GET ${collection}/kazanset`)).status).toBe(404);
    const key = { 'idempotency-key': 'k-1' };
    const { status, body, headers } = await create(customer, key);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        id: 'kazanset',
        status: 'active',
        account: [{ id: 'ЛС-100207', name: 'Основной', '@referredType': 'BillingAccount' }],
        agreement: [{ id: 'МС-2026-207', '@referredType': 'Agreement' }],
        engagedParty: { id: 'kazanset', name: 'ООО «Казаньсеть»' },
        relatedParty: [],
      },
    });
    assertTmf('TMF669', 'PartyRole', body);
    expect(headers['location']).toBe(`${collection}/kazanset`);
    expect((await create(customer, key)).body).toEqual(body);
    expect((await create()).body.code).toBe('alreadyExists');
    const nobody = { ...customer.engagedParty, id: 'nobody' };
    expect((await create({ ...customer, engagedParty: nobody })).body.code).toBe('changeForbidden');
  });

  it('is changed with If-Match, only by the carrier’s administrator', async () => {
    const { headers, body } = await call(administrator, `GET ${collection}/north`, {});
    expect(body.relatedParty).toEqual([
      { id: 'manager-1', role: 'accountManager', '@referredType': 'Individual' },
    ]);
    const change = (person: Person, patch: object, etag: Record<string, string> = {}) =>
      call(person, `PATCH ${collection}/north`, { body: patch, headers: etag });
    const account = [
      { id: 'A-1', name: 'Основной' },
      { id: 'A-2', name: 'Интернет' },
    ];
    const etag = { 'if-match': headers['etag'] ?? '' };
    const changed = await change(administrator, { account }, etag);
    expect(changed.status).toBe(200);
    assertTmf('TMF669', 'PartyRole', changed.body);
    expect((await change(administrator, { account: [] }, etag)).status).toBe(412);
    expect((await change(finance, { account: [] })).body.code).toBe('roleNotAllowed');
    expect((await change(administrator, { account: [account[0], account[0]] })).body.problem).toMatchObject([
      { pointer: '/account/1/id' },
    ]);
    expect(idsOf((await call(finance, `GET ${collection}/north`)).body.account)).toEqual(['A-1', 'A-2']);
    expect((await change(administrator, { account: null })).body.account).toEqual([]);
    const organization = await call(finance, 'GET /tmf-api/party/v4/organization/north');
    expect(organization.body.name).toBe('Operator north');
  });

  it('is read by the operator’s users, its manager and the carrier’s administrator', async () => {
    expect(idsOf((await call(finance, `GET ${collection}`)).body)).toEqual(['north']);
    expect(await call(finance, `GET ${collection}/south`)).toEqual(
      await call(finance, `GET ${collection}/nowhere`),
    );
    const manager = await seedManager(store, 'manager-1', ['north', 'kazanset']);
    expect(idsOf((await call(manager, `GET ${collection}`)).body)).toEqual(['north']);
    await create();
    expect(idsOf((await call(manager, `GET ${collection}`)).body)).toEqual(['kazanset', 'north']);
    expect(idsOf((await call(administrator, `GET ${collection}`)).body)).toEqual(['kazanset']);
    expect((await call(carrierPerson('support'), `GET ${collection}`)).status).toBe(403);
  });
});
