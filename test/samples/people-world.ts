import { activityPrefix } from '../../shared/activity/activity-record.ts';
import { operatorRoles } from '../../shared/auth/roles.ts';
import { otherOperator, ownOperator, personOf, ulidOf } from './world.ts';

/** Of the machine account that every operator of the samples has. */
export const machineUlid = ulidOf('MACH1NE');

const { sub } = personOf('administrator');

/** People, machine accounts and activities, as items of the table; both operators have the same. */
export const peopleItems = [ownOperator, otherOperator].flatMap((operatorId) => [
  ...operatorRoles.map((role) => ({
    pk: `OP#${operatorId}`,
    sk: `PERSON#${personOf(role).sub}`,
    schemaVersion: 1,
    version: 1,
    email: `${role}@${operatorId}.example`,
    roles: [role],
    enabled: true,
  })),
  {
    pk: `OP#${operatorId}`,
    sk: `MACHINE#${machineUlid}`,
    schemaVersion: 1,
    version: 2,
    operatorId,
    ulid: machineUlid,
    login: `${machineUlid.toLowerCase()}@${operatorId}.machine.invalid`,
    name: 'OSS',
    roles: ['technical'],
    state: 'active',
    createdAt: '2026-02-20T09:00:00.000Z',
  },
  {
    pk: `OP#${operatorId}`,
    sk: `${activityPrefix}${ulidOf('D1D')}`,
    schemaVersion: 1,
    at: '2026-02-20T09:00:00.000Z',
    by: { side: 'operator', role: 'administrator', sub },
    action: 'created',
    subject: { type: 'machineAccount', id: `${operatorId}-${machineUlid}` },
    detail: 'OSS',
  },
]);
