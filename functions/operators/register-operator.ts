import { operatorGroupPrefix } from '../../shared/auth/roles.ts';
import type { CarrierScope } from '../../shared/auth/scope.ts';
import { CabinetError } from '../../shared/errors.ts';
import { operatorClaimKey } from '../../shared/operator/operator-claim.ts';
import { describeOperatorGroup, isGroupOf } from '../../shared/operator/operator-group.ts';
import { administratorOf, operatorHistory, registration } from '../../shared/operator/operator-history.ts';
import { operatorIdTaken, proposeOperatorIds } from '../../shared/operator/operator-id.ts';
import { operatorKey } from '../../shared/operator/operator-key.ts';
import { operatorItem, type OperatorRecord } from '../../shared/operator/operator-record.ts';
import { taxpayerItem, taxpayerKey } from '../../shared/operator/taxpayer-lookup.ts';
import type { Creation } from '../../shared/table/creation.ts';
import type { CreationReply } from '../../shared/table/idempotency.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { Table, WriteAction } from '../../shared/table/table.ts';
import { insert } from '../../shared/table/write-actions.ts';
import { type OperatorGroups, saveOperatorGroup } from './groups.ts';
import {
  type Organization,
  type OrganizationInput,
  organizationPath,
  presentOrganization,
} from './organization.ts';
import { requisitesOf } from './requisites.ts';

export interface OperatorDependencies {
  readonly table: Table;
  readonly scope: CarrierScope;
  readonly clock: () => Date;
  readonly requestId: string;
  readonly groups: OperatorGroups;
}

/**
 * Registers an operator: writes the record, the lookup of its ИНН and the reply in one transaction, then creates its
 * group. An interrupted registration is completed by the same request with the same key, or by any change of the
 * operator. The id is the requested one, or the first free one that the cabinet proposes.
 *
 * @throws CabinetError `alreadyExists` if the ИНН or the id is taken, also by an approval in progress
 */
export async function registerOperator(
  input: OrganizationInput,
  creation: Creation<Organization>,
  { scope, clock, requestId, groups }: OperatorDependencies,
): Promise<CreationReply<Organization>> {
  const record = recordOf(input, clock());
  const candidates = await withoutForeignGroups(groups, idsFor(input, record), record.taxpayerNumber);
  const partitionOf = (id: string) => Partition.ofAdministeredOperator(scope, id);
  const keys = [
    taxpayerKey(record.taxpayerNumber),
    ...candidates
      .map(partitionOf)
      .flatMap((partition) => [operatorKey(partition), operatorClaimKey(partition)]),
  ];
  const { earlier, found: operatorId } = await creation.load(keys, ([lookup, ...taken]) => {
    if (lookup !== undefined) throw taxpayerNumberTaken();
    return firstFree(candidates, taken);
  });
  const reply =
    earlier ??
    (await creation.save(
      [
        ...recordActions(operatorId, partitionOf(operatorId), record),
        operatorHistory(partitionOf(operatorId)).append(
          record,
          { by: administratorOf(scope), at: clock().toISOString(), requestId },
          registration(record),
        ),
      ],
      {
        body: presentOrganization(operatorId, record),
        version: record.version,
        location: `${organizationPath}/${operatorId}`,
      },
    ));
  await saveOperatorGroup(groups, reply.body.id, describeOperatorGroup(record));
  return reply;
}

/** The ИНН belongs to another operator, or to an approval in progress. */
export function taxpayerNumberTaken(): CabinetError {
  const message = {
    ru: 'Оператор с этим ИНН уже есть, или его заявление сейчас одобряется',
    en: 'An operator with this ИНН already exists, or its application is being approved',
  };
  return new CabinetError('alreadyExists', {
    message,
    problems: [{ pointer: '/organizationIdentification', message }],
  });
}

type NewRecord = OperatorRecord & { readonly taxpayerNumber: string };

function recordOf(input: OrganizationInput, now: Date): NewRecord {
  const requisites = requisitesOf(input.organizationIdentification);
  if (requisites === undefined) throw new Error('The contract requires ИНН and ОГРН');
  const { name, tradingName, contactMedium } = input;
  return {
    schemaVersion: 1,
    version: 1,
    historySequence: 1,
    name,
    tradingName,
    ...requisites,
    contactMedium: contactMedium ?? [],
    isCustomer: false,
    status: 'active',
    agreements: [],
    billingAccounts: [],
    createdAt: now.toISOString(),
  };
}

function idsFor({ operatorId }: OrganizationInput, { name, taxpayerNumber }: NewRecord): readonly string[] {
  return operatorId === undefined ? proposeOperatorIds(name, taxpayerNumber) : [operatorId];
}

/** Ids whose group does not exist or belongs to this company. The members of any other group would get access. */
async function withoutForeignGroups(
  groups: OperatorGroups,
  operatorIds: readonly string[],
  taxpayerNumber: string,
): Promise<readonly string[]> {
  const descriptions = await Promise.all(
    operatorIds.map((id) => groups.describeGroup(operatorGroupPrefix + id)),
  );
  return operatorIds.filter((_, index) => {
    const description = descriptions[index];
    return description === undefined || isGroupOf(description, taxpayerNumber);
  });
}

function firstFree(operatorIds: readonly string[], taken: readonly (StoredItem | undefined)[]): string {
  const free = operatorIds.find((_, index) =>
    taken.slice(2 * index, 2 * index + 2).every((item) => item === undefined),
  );
  if (free === undefined) throw operatorIdTaken();
  return free;
}

function recordActions(operatorId: string, partition: Partition, record: NewRecord): readonly WriteAction[] {
  const refusal = operatorIdTaken();
  return [
    insert(operatorKey(partition), operatorItem(operatorId, record), refusal),
    { check: operatorClaimKey(partition), expect: 'absent', refusal },
    insert(taxpayerKey(record.taxpayerNumber), taxpayerItem(operatorId), taxpayerNumberTaken()),
  ];
}
