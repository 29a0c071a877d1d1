import {
  CreateGroupCommand,
  DeleteGroupCommand,
  GetGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OperatorGroups } from '../../../../functions/operators/groups.ts';
import { userPoolOf } from '../../../../functions/operators/user-pool.ts';
import { CognitoPool } from '../../../../shared/identity/cognito/pool.ts';
import { createHandlers } from '../../../../functions/operators/handlers.ts';
import { routes } from '../../../../functions/operators/routes.ts';
import { assertTmf } from '../../../contract/tmf.ts';
import { type Call, callerOf, carrierPerson, seedManager } from '../../../invoke.ts';
import { allAreManagers } from '../../../operator-groups.ts';
import { openTable, type TestTable } from '../../../table.ts';
import {
  testPoolId,
  type PoolFixture,
  startPool,
} from '../../../../infra/local/testing/cognito/pool-fixture.ts';

const collection = '/tmf-api/party/v4/organization';
const administrator = carrierPerson('carrier-administrator');
const clock = () => new Date('2026-11-22T09:00:00Z');
/** ИНН and ОГРН of fictitious companies. */
const numbers = {
  kazanset: ['1600000068', '1261600000067'],
  baikal: ['3800000037', '1263800000034'],
} as const;

let pool: PoolFixture;
let groups: OperatorGroups;
let store: TestTable;
let call: Call;

beforeAll(async () => {
  pool = await startPool();
  groups = userPoolOf(new CognitoPool(pool.cognito, testPoolId));
});
afterAll(() => pool.close());
beforeEach(async () => {
  store = await openTable();
  call = callWith(groups);
  for (const GroupName of ['operator-kazanset', 'operator-kazan1600000068', 'operator-baikal'])
    await pool.cognito
      .send(new DeleteGroupCommand({ UserPoolId: testPoolId, GroupName }))
      .catch(() => undefined);
});

const callWith = (operatorGroups: OperatorGroups) =>
  callerOf(
    routes,
    createHandlers({
      table: store.table,
      clock,
      groups: operatorGroups,
      managers: allAreManagers,
    }),
    store,
  );
const identified = ([inn, ogrn]: readonly [string, string]) => [
  { identificationType: 'ИНН', identificationId: inn },
  { identificationType: 'КПП', identificationId: `${inn.slice(0, 4)}01001` },
  { identificationType: 'ОГРН', identificationId: ogrn },
];
const kazanset = { name: 'ООО «Казаньсеть»', organizationIdentification: identified(numbers.kazanset) };
const register = (body: object = kazanset, headers: Record<string, string> = {}) =>
  call(administrator, `POST ${collection}`, { body, headers });
const descriptionOf = async (id: string) =>
  (
    await pool.cognito
      .send(new GetGroupCommand({ UserPoolId: testPoolId, GroupName: `operator-${id}` }))
      .catch(() => undefined)
  )?.Group?.Description;
const lookup = async (inn: string) => (await store.itemAt('CARRIER', `TAXPAYER#${inn}`))?.['operatorId'];
const change = (id: string, body: object, headers: Record<string, string> = {}) =>
  call(administrator, `PATCH ${collection}/${id}`, { body, headers });

describe('registering an operator', () => {
  it('derives the id from the name, creates a group with a description, and lists the operator', async () => {
    const { status, body, headers } = await register();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      id: 'kazanset',
      status: 'validated',
      organizationIdentification: kazanset.organizationIdentification,
    });
    assertTmf('TMF632', 'Organization', body);
    expect(headers['location']).toBe(`${collection}/kazanset`);
    expect(await descriptionOf('kazanset')).toBe('ООО «Казаньсеть» · ИНН 1600000068');
    expect((await call(administrator, `GET ${collection}`)).body).toEqual([body]);
    expect((await call(administrator, `GET ${collection}/kazanset`)).body).toEqual(body);
    const history = await call(administrator, 'GET /cabinet/v1/operator/kazanset/history');
    expect(history.body).toMatchObject([{ kind: 'registered', to: 'ООО «Казаньсеть»' }]);
  });

  it('happens once per idempotency key, also after an interruption before the group', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const broken = callWith({ ...groups, createGroup: () => Promise.reject(new Error('interrupted')) });
    const parts = { body: kazanset, headers: key };
    expect((await broken(administrator, `POST ${collection}`, parts)).status).toBe(500);
    expect(await descriptionOf('kazanset')).toBeUndefined();
    const [first, second] = [await register(kazanset, key), await register(kazanset, key)];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect(await descriptionOf('kazanset')).toBe('ООО «Казаньсеть» · ИНН 1600000068');
    expect((await register({ ...kazanset, name: 'Другая' }, key)).body.code).toBe('idempotencyKeyReused');
  });

  it('is refused if the ИНН or the id is taken, also by an approval in progress', async () => {
    await store.put({ pk: 'OP#kazanset', sk: 'CLAIM', schemaVersion: 1, applicationId: 'A' });
    // The first proposed id is taken, the next one is free.
    expect((await register()).body.id).toBe('kazanset1600000068');
    const other = { name: 'АО «Байкал»', organizationIdentification: identified(numbers.baikal) };
    for (const operatorId of ['kazanset', 'kazanset1600000068'])
      expect(await register({ ...other, operatorId })).toMatchObject({
        status: 409,
        body: { code: 'alreadyExists' },
      });
    expect((await register({ ...kazanset, operatorId: 'another' })).status).toBe(409);
    await store.put({
      pk: 'CARRIER',
      sk: `TAXPAYER#${numbers.baikal[0]}`,
      schemaVersion: 1,
      operatorId: 'baikal',
    });
    expect((await register(other)).status).toBe(409);
    expect(await descriptionOf('baikal')).toBeUndefined();
  });

  it('does not take over a group with other people in it', async () => {
    const group = { UserPoolId: testPoolId, GroupName: 'operator-kazanset', Description: 'Other people' };
    await pool.cognito.send(new CreateGroupCommand(group));
    expect((await register({ ...kazanset, operatorId: 'kazanset' })).status).toBe(409);
    expect(await lookup(numbers.kazanset[0])).toBeUndefined();
    expect((await register()).body.id).toBe('kazanset1600000068');
    expect(await descriptionOf('kazanset')).toBe('Other people');
  });

  it('validates the requisites field by field', async () => {
    const [inn, kpp, ogrn] = kazanset.organizationIdentification;
    const pointers = async (organizationIdentification: readonly unknown[]) => {
      const { body } = await register({ ...kazanset, organizationIdentification });
      return (body.problem as { pointer: string }[]).map(({ pointer }) => pointer);
    };
    const at = '/organizationIdentification';
    expect(await pointers([{ ...inn, identificationId: '1600000069' }, kpp, ogrn])).toEqual([
      `${at}/0/identificationId`,
    ]);
    expect(await pointers([inn, ogrn])).toEqual([at]);
    expect(await pointers([inn, kpp])).toEqual([at]);
    expect(await pointers([inn, inn, ogrn])).toContain(`${at}/1/identificationType`);
    expect(await pointers([inn, kpp, { ...ogrn, identificationId: '326160000000061' }])).toContain(
      `${at}/2/identificationId`,
    );
  });
});

describe('an operator’s details', () => {
  beforeEach(() => register());

  it('are changed with If-Match, and the group’s description with them', async () => {
    const { headers } = await call(administrator, `GET ${collection}/kazanset`);
    const etag = { 'if-match': headers['etag'] ?? '' };
    const contactMedium = [
      { mediumType: 'email', characteristic: { emailAddress: 'office@kazanset.example' } },
    ];
    const changed = await change('kazanset', { name: 'ПАО «Казаньсеть»', contactMedium }, etag);
    expect(changed).toMatchObject({ status: 200, body: { name: 'ПАО «Казаньсеть»', contactMedium } });
    assertTmf('TMF632', 'Organization', changed.body);
    expect(await descriptionOf('kazanset')).toBe('ПАО «Казаньсеть» · ИНН 1600000068');
    expect((await change('kazanset', { name: 'Опоздавшая' }, etag)).status).toBe(412);
    const history = await call(administrator, 'GET /cabinet/v1/operator/kazanset/history');
    expect(history.body[0]).toMatchObject({
      kind: 'details',
      from: 'ООО «Казаньсеть»',
      to: 'ПАО «Казаньсеть»',
      attribute: ['name', 'contactMedium'],
    });
    expect((await change('nowhere', { name: 'Никто' })).status).toBe(404);
  });

  it('move the lookup to a changed ИНН', async () => {
    const organizationIdentification = identified(numbers.baikal);
    expect((await change('kazanset', { organizationIdentification })).status).toBe(200);
    expect(await lookup(numbers.baikal[0])).toBe('kazanset');
    expect(await lookup(numbers.kazanset[0])).toBeUndefined();
    expect(await descriptionOf('kazanset')).toBe('ООО «Казаньсеть» · ИНН 3800000037');
    expect((await register({ ...kazanset, operatorId: 'second' })).status).toBe(201);
    expect((await change('second', { organizationIdentification })).body.code).toBe('alreadyExists');
  });

  it('create a missing group when they are changed', async () => {
    const group = { UserPoolId: testPoolId, GroupName: 'operator-kazanset' };
    await pool.cognito.send(new DeleteGroupCommand(group));
    await change('kazanset', {});
    expect(await descriptionOf('kazanset')).toBe('ООО «Казаньсеть» · ИНН 1600000068');
  });
});

describe('the list of the carrier’s administrator', () => {
  it('is paged by id, and complete after a change of an operator', async () => {
    await register({ ...kazanset, operatorId: 'zeta' });
    await register({
      name: 'АО «Байкал»',
      operatorId: 'baikal',
      organizationIdentification: identified(numbers.baikal),
    });
    await call(administrator, 'POST /cabinet/v1/operator/zeta/transition', {
      body: { status: 'suspended', reason: 'Задолженность' },
    });
    const first = await call(administrator, `GET ${collection}?limit=1`);
    expect(first.body).toMatchObject([{ id: 'baikal', suspended: false }]);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers['link'] ?? '')?.[1] ?? '';
    const second = await call(administrator, `GET ${next}`);
    expect(second.body).toMatchObject([{ id: 'zeta', suspended: true }]);
    expect(second.headers['link']).toBeUndefined();
  });

  it('is not available to managers, and neither is registering', async () => {
    await register();
    const manager = await seedManager(store, 'manager-1', []);
    expect((await call(manager, `GET ${collection}`)).body).toEqual([]);
    expect((await call(manager, `POST ${collection}`, { body: kazanset })).body.code).toBe('roleNotAllowed');
  });
});
