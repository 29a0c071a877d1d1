import type { Pool } from '../../infra/local/cognito/pool.ts';
import { carrierRoles, operatorGroupPrefix, operatorRoles } from '../../shared/auth/roles.ts';
import { otherOperator, ownOperator, personOf, suspendedOperator } from './world.ts';

/** A user who has never signed in. */
export const invitedSub = '1b5c7d10-0000-4000-8000-000000000011';
/** A colleague of the manager's. */
export const otherManagerSub = '1b5c7d10-0000-4000-8000-000000000021';
const invitedEmail = 'lykov@severtelecom.example';
/** Logins that samples make, so that they can be made again. */
const madeBySamples = ['novikova@severtelecom.example'];
/** Addresses that samples have a mail sent to. */
export const mailedBySamples = [...madeBySamples, invitedEmail];

interface SampleAccount {
  readonly sub: string;
  readonly email: string;
  readonly name?: string;
  readonly groups: readonly string[];
  readonly confirmed: boolean;
}

const own = operatorGroupPrefix + ownOperator;

/** Whom tests of tenancy send as, with every role; by the operator. */
const strangers = [
  ['somebody', ownOperator],
  ['outsider', otherOperator],
] as const;

const accounts: readonly SampleAccount[] = [
  ...operatorRoles.map((role) => ({
    sub: personOf(role).sub,
    email: `${role}@severtelecom.example`,
    groups: [own, role],
    confirmed: true,
  })),
  { sub: invitedSub, email: invitedEmail, groups: [own, 'technical'], confirmed: false },
  ...strangers.map(([sub, operatorId]) => ({
    sub,
    email: `${sub}@${operatorId}.example`,
    groups: [operatorGroupPrefix + operatorId, ...operatorRoles],
    confirmed: true,
  })),
  ...operatorRoles.map((role) => ({
    sub: `suspended-${role}`,
    email: `${role}@${suspendedOperator}.example`,
    groups: [operatorGroupPrefix + suspendedOperator, role],
    confirmed: true,
  })),
  ...carrierRoles.map((role) => ({
    sub: personOf(role).sub,
    email: `${role}@carrier.example`,
    groups: [role],
    confirmed: true,
  })),
  {
    sub: otherManagerSub,
    email: 'kuznetsova@carrier.example',
    name: 'Вера Кузнецова',
    groups: ['manager'],
    confirmed: true,
  },
];

/** Makes the accounts of the samples' world what they were in the beginning, with subjects that files can name. */
export function putEveryAccount(pool: Pool): void {
  for (const id of [ownOperator, otherOperator, suspendedOperator])
    pool.groups.create(operatorGroupPrefix + id, {});
  for (const email of madeBySamples) {
    const made = pool.users.find(email);
    if (made !== undefined) pool.users.remove(made.sub);
  }
  for (const { sub, email, name, groups, confirmed } of accounts) {
    if (pool.users.read(sub) !== undefined) pool.users.remove(sub);
    pool.users.insert({
      sub,
      username: sub,
      signInName: email,
      attributes: { email, email_verified: 'true', ...(name === undefined ? {} : { name }) },
      status: confirmed ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
      enabled: true,
      salt: '',
      verifier: '',
      temporaryPasswordExpiresAt: null,
      totpSecret: null,
      totpPendingSecret: null,
      totpLastStep: null,
      mfaEnabled: false,
      mfaPreferred: false,
      createdAt: pool.now(),
      modifiedAt: pool.now(),
    });
    for (const group of groups) pool.groups.add(group, sub);
  }
}
