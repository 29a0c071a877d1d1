import { Readable } from 'node:stream';
import {
  AdminListGroupsForUserCommand,
  type CognitoIdentityProviderClient,
  ListUsersInGroupCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { S3Client } from '@aws-sdk/client-s3';
import { accountsOf } from '../../../../functions/review/user-pool.ts';
import { CognitoPool } from '../../../../shared/identity/cognito/pool.ts';
import { createHandlers } from '../../../../functions/review/handlers.ts';
import { generateReferenceCode } from '../../../../functions/review/register.ts';
import { routes } from '../../../../functions/review/routes.ts';
import type { ApplicationHappening } from '../../../../shared/application/application-event.ts';
import { applicationHistory } from '../../../../shared/application/application-history.ts';
import { writeApplication } from '../../../../shared/application/write-application.ts';
import type { ApplicationForm } from '../../../../shared/application/application-form.ts';
import type { ApplicationRecord } from '../../../../shared/application/application-record.ts';
import { scanKey, type ScanRecord } from '../../../../shared/application/scan-record.ts';
import { carrierRoles, operatorRoles } from '../../../../shared/auth/roles.ts';
import type { PortfolioScope } from '../../../../shared/auth/scope.ts';
import { FileBucket } from '../../../../shared/files/file-bucket.ts';
import { remainderCheckDigit, weightedCheckDigit } from '../../../../shared/requisites/check-digit.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { Partition } from '../../../../shared/table/partition.ts';
import { type Call, callerOf, type Person, seedManager } from '../../../invoke.ts';
import { incompressible } from '../../../incompressible.ts';
import { openTable, type TestTable } from '../../../table.ts';
import {
  testPoolId,
  startPool,
  type PoolFixture,
} from '../../../../infra/local/testing/cognito/pool-fixture.ts';

/** Forwards an outgoing call, suppresses it, or fails after it. */
type Interceptor = (forward: () => Promise<unknown>, command: object) => Promise<unknown>;

/** The review of applications over a real table and a real user pool, with a clock that tests advance. */
export interface ReviewFixture {
  readonly store: TestTable;
  readonly pool: PoolFixture;
  readonly manager: Person;
  readonly call: Call;
  /** The same fixture, with an interceptor for every call to the table and to the user pool. */
  readonly through: (intercept: Interceptor) => Call;
  readonly now: () => Date;
  readonly passMilliseconds: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

const allTicked = {
  applicationSigned: true,
  identityChecked: true,
  authorityChecked: true,
  requisitesChecked: true,
};

export async function openReview(): Promise<ReviewFixture> {
  const store = await openTable();
  const pool = await startPool({
    pool: {
      Schema: [
        { Name: 'email', Required: true, Mutable: true },
        { Name: 'application', AttributeDataType: 'String', Mutable: false },
      ],
    },
    groups: [...operatorRoles, ...carrierRoles].map((name) => ({
      name,
      description: undefined,
      precedence: undefined,
    })),
  });
  let time = Date.parse('2026-03-02T09:00:00Z');
  // Every reading is later than the last one, so that events keep their order.
  const clock = () => new Date((time += 1));
  const files = new FileBucket(
    new S3Client({
      endpoint: 'http://127.0.0.1:1',
      region: 'eu-central-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      requestHandler: { handle: () => Promise.resolve({ response: nothingErased() }) },
    }),
    'applications',
    clock,
  );
  const through = (intercept: Interceptor) => {
    const table = store.intercepted((command, forward) => intercept(forward, command));
    return callerOf(
      routes,
      createHandlers({
        table,
        clock,
        ids: createIds(clock),
        accounts: accountsOf(new CognitoPool(intercepted(pool.cognito, intercept), testPoolId)),
        files,
        log: () => undefined,
        retentionDays: 30,
      }),
      { table: store.table, creationTable: table, clock },
    );
  };
  return {
    store,
    pool,
    manager: await seedManager(store, 'manager-1', []),
    call: through((forward) => forward()),
    through,
    now: clock,
    passMilliseconds: (milliseconds) => {
      time += milliseconds;
    },
    close: () => pool.close(),
  };
}

/** S3's answer to an erasure of objects that are missing. */
function nothingErased() {
  return { statusCode: 200, headers: {}, body: Readable.from(['<DeleteResult/>']) };
}

function intercepted(
  client: CognitoIdentityProviderClient,
  intercept: Interceptor,
): CognitoIdentityProviderClient {
  return new Proxy(client, {
    get: (target, property) =>
      property === 'send'
        ? (command: Parameters<typeof client.send>[0]) => intercept(() => target.send(command), command)
        : (Reflect.get(target, property) as unknown),
  });
}

/** Requisites of the `number`-th fictitious company, with valid check digits. */
export function requisitesOf(number: number): { taxpayerNumber: string; registrationNumber: string } {
  const nine = `77${String(number).padStart(7, '0')}`;
  const twelve = `12677${String(number).padStart(7, '0')}`;
  return {
    taxpayerNumber: nine + weightedCheckDigit(nine, [2, 4, 10, 3, 5, 9, 4, 6, 8]),
    registrationNumber: twelve + remainderCheckDigit(twelve, 11),
  };
}

let companies = 0;

/** A form that has not been sent, with unique addresses. */
export function newForm(change: Partial<ApplicationForm> = {}): ApplicationForm {
  companies += 1;
  const domain = `company${String(companies)}.example`;
  return {
    company: {
      name: `ООО «Компания ${String(companies)}»`,
      registrationReasonCode: '770101001',
      ...requisitesOf(companies),
    },
    contact: { name: 'Анна Зимина', email: `anna@${domain}`, phone: '+74950000118' },
    users: [
      { name: 'Анна Зимина', email: `anna@${domain}`, roles: ['administrator'] },
      { name: 'Пётр Лыков', email: `pyotr@${domain}`, roles: ['technical', 'finance'] },
    ],
    ...change,
  };
}

const reviewScope: PortfolioScope = {
  kind: 'portfolio',
  sub: 'x',
  roles: ['manager'],
  operatorIds: new Set(),
};

/** Writes an application that is ready for approval, unless changed. */
export async function putApplication(
  { store, now }: ReviewFixture,
  change: Partial<ApplicationRecord> = {},
): Promise<ApplicationRecord> {
  const at = now().toISOString();
  const application: ApplicationRecord = {
    schemaVersion: 1,
    version: 1,
    historySequence: 0,
    id: generateReferenceCode(),
    state: 'inReview',
    channel: 'form',
    form: newForm(),
    createdAt: at,
    updatedAt: at,
    submittedAt: at,
    dueAt: '2026-03-05T20:59:59.999Z',
    managerSub: 'manager-1',
    checkList: allTicked,
    corrections: [],
    ...change,
  };
  const partition = Partition.ofApplication(reviewScope, application.id);
  await store.table.write(writeApplication(partition, undefined, application));
  return application;
}

/** Writes a scan of an application's package. */
export async function putScan(
  { store }: ReviewFixture,
  { id }: Pick<ApplicationRecord, 'id'>,
  change: Partial<ScanRecord> = {},
): Promise<ScanRecord> {
  const scan: ScanRecord = {
    schemaVersion: 1,
    version: 1,
    id: '01KHJK0000000000000000SCAN',
    kind: 'application',
    fileName: 'Заявление.pdf',
    mimeType: 'application/pdf',
    size: 1000,
    sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    state: 'accepted',
    createdAt: '2026-03-02T08:00:00.000Z',
    ...change,
  };
  const { partition, sortKey } = scanKey(Partition.ofApplication(reviewScope, id), scan.id);
  await store.put({ pk: partition.key, sk: sortKey, ...scan });
  return scan;
}

/** Writes scan accesses into an application's history, more than one page of the engine (1 MB). */
export async function putLongHistory(
  { store }: ReviewFixture,
  { id }: Pick<ApplicationRecord, 'id'>,
): Promise<void> {
  for (let sequence = 1; sequence <= longHistory; sequence += 1)
    await putEvent({ store }, { id }, sequence, {
      kind: 'scanOpened',
      change: [],
      scanId: incompressible(14_000),
    });
}

/** How many events `putLongHistory` puts; the application counts them. */
export const longHistory = 120;

/** Writes an event of a manager into an application's history. @returns its key */
export async function putEvent(
  { store }: Pick<ReviewFixture, 'store'>,
  { id }: Pick<ApplicationRecord, 'id'>,
  sequence: number,
  happening: ApplicationHappening,
): Promise<{ pk: string; sk: string }> {
  const history = applicationHistory(Partition.ofApplication(reviewScope, id));
  const { partition, sortKey } = history.key(sequence);
  const key = { pk: partition.key, sk: sortKey };
  const cause = {
    by: { side: 'carrier', role: 'manager', sub: 'manager-1' },
    at: '2026-03-02T08:00:00.000Z',
    requestId: 'put',
  } as const;
  await store.put({ ...key, ...history.event({ historySequence: sequence }, cause, happening) });
  return key;
}

/** All items of a partition. */
export function itemsOf({ store }: ReviewFixture, partition: string) {
  return store.itemsIn(partition);
}

/** Logins of the members of a group. */
export async function membersOf({ pool }: ReviewFixture, group: string): Promise<string[]> {
  const { Users = [] } = await pool.cognito.send(
    new ListUsersInGroupCommand({ UserPoolId: testPoolId, GroupName: group }),
  );
  return Users.map(({ Attributes }) => Attributes?.find(({ Name }) => Name === 'email')?.Value ?? '').sort();
}

/** An account's subject and groups, if it exists. */
export async function accountOf(
  { pool }: ReviewFixture,
  email: string,
): Promise<{ sub: string; groups: string[] } | undefined> {
  const { Users = [] } = await pool.cognito.send(
    new ListUsersCommand({ UserPoolId: testPoolId, Filter: `email = "${email}"` }),
  );
  const sub = Users[0]?.Username;
  if (sub === undefined) return undefined;
  const { Groups = [] } = await pool.cognito.send(
    new AdminListGroupsForUserCommand({ UserPoolId: testPoolId, Username: sub }),
  );
  return { sub, groups: Groups.map(({ GroupName }) => GroupName ?? '').sort() };
}
