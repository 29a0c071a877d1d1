import { operatorSortKey } from '../../shared/operator/operator-key.ts';
import { portfolioItem, portfolioSortKey } from '../../shared/operator/portfolio-record.ts';
import { carrierActor } from '../../shared/history/actor.ts';
import { operatorGroupPrefix, operatorRoles, type Role } from '../../shared/auth/roles.ts';
import { operatorHistory, registration } from '../../shared/operator/operator-history.ts';
import { operatorItem, operatorRecordSchema } from '../../shared/operator/operator-record.ts';
import { Partition } from '../../shared/table/partition.ts';
import { acceptanceItem, type Person } from '../invoke.ts';

type Item = Readonly<Record<string, unknown>>;

/** The operator whose people send the samples. */
export const ownOperator = 'severtelecom';
/** Another operator with the same data, which users of the first must never see. */
export const otherOperator = 'volgaline';
/** An operator that is suspended. */
export const suspendedOperator = 'uralsvyaz';
/** An operator that is registered, and no customer yet. */
export const newOperator = 'kazanset';
/** An operator that is not registered. */
export const unknownOperator = 'nobody';

const subjects: Readonly<Record<Role, string>> = {
  administrator: '1b5c7d10-0000-4000-8000-000000000001',
  finance: '1b5c7d10-0000-4000-8000-000000000002',
  technical: '1b5c7d10-0000-4000-8000-000000000003',
  manager: '1b5c7d10-0000-4000-8000-000000000004',
  support: '1b5c7d10-0000-4000-8000-000000000005',
  'carrier-administrator': '1b5c7d10-0000-4000-8000-000000000006',
};

/** Name of the carrier's people, which operators never see. */
export const carrierPersonName = 'Борис Скрытый';

/** A user of the first operator, or of the carrier; the manager's portfolio is the first operator. */
export function personOf(role: Role): Person {
  const isCarriers = role === 'manager' || role === 'support' || role === 'carrier-administrator';
  return {
    sub: subjects[role],
    ...(isCarriers ? { name: carrierPersonName } : {}),
    groups: isCarriers ? [role] : [`${operatorGroupPrefix}${ownOperator}`, role],
  };
}

/** Id of an operator's resource; for both operators the same except for the prefix. */
export function idOf(operatorId: string, ulid: string): string {
  return `${operatorId}-${ulid}`;
}

/** A ULID with recognizable last characters, which cannot include I, L, O and U. */
export function ulidOf(suffix: string): string {
  return `01KDZ${suffix.padStart(21, '0')}`;
}

/** Other people of operators whom tests send as: they have accepted the rules, too. */
const others = ['somebody', 'outsider', ...operatorRoles.map((role) => `suspended-${role}`)];

/** Id of the request that the histories of the samples name. */
export const sampleRequestId = 'a1b2c3d4-0000-4000-8000-000000000001';

const registeredBy = {
  by: carrierActor(personOf('carrier-administrator'), 'carrier-administrator'),
  at: '2026-01-12T09:00:00.000Z',
  requestId: sampleRequestId,
} as const;

/** Operators with their first event, portfolios and accepted rules, as items of the table. */
export const people: readonly Item[] = [
  ...[...operatorRoles.map((role) => subjects[role]), ...others].map(acceptanceItem),
  ...[ownOperator, otherOperator, suspendedOperator].flatMap((operatorId) => {
    const operator = {
      schemaVersion: 1,
      version: 1,
      historySequence: 1,
      name: `Operator ${operatorId}`,
      taxpayerNumber: '7800000010',
      status: operatorId === suspendedOperator ? 'suspended' : 'active',
      managerSub: subjects.manager,
      billingAccounts: [{ id: 'ЛС-100118', name: 'Основной лицевой счёт' }],
      agreements: [{ id: 'МС-2026-118' }],
    };
    const partition = Partition.ofAccess({ side: 'operator', operatorId, roles: [] }, '');
    const history = operatorHistory(partition);
    const event = history.event(operator, registeredBy, registration(operatorRecordSchema.parse(operator)));
    return [
      { pk: partition.key, sk: operatorSortKey, ...operator },
      { pk: partition.key, sk: history.key(event.sequence).sortKey, ...event },
    ];
  }),
  {
    pk: `OP#${newOperator}`,
    sk: operatorSortKey,
    ...operatorItem(newOperator, {
      schemaVersion: 1,
      version: 1,
      historySequence: 0,
      name: 'ООО «Казаньсеть»',
      taxpayerNumber: '1600000068',
      registrationReasonCode: '160001001',
      registrationNumber: '1261600000067',
      isCustomer: false,
      status: 'active',
      agreements: [],
      billingAccounts: [],
    }),
  },
  { pk: `USER#${subjects.manager}`, sk: portfolioSortKey, ...portfolioItem([ownOperator]) },
];
