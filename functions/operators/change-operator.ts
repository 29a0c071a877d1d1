import { CabinetError } from '../../shared/errors.ts';
import { expectVersion } from '../../shared/http/expect-version.ts';
import { describeOperatorGroup } from '../../shared/operator/operator-group.ts';
import { administratorOf, changeOfDetails, operatorHistory } from '../../shared/operator/operator-history.ts';
import { operatorKey } from '../../shared/operator/operator-key.ts';
import { type OperatorRecord, operatorRecordSchema } from '../../shared/operator/operator-record.ts';
import { replaceOperator } from '../../shared/operator/operator-write.ts';
import { taxpayerItem, taxpayerKey, taxpayerLookupSchema } from '../../shared/operator/taxpayer-lookup.ts';
import type { Creation } from '../../shared/table/creation.ts';
import type { CreationReply } from '../../shared/table/idempotency.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { Table, WriteAction } from '../../shared/table/table.ts';
import { insert } from '../../shared/table/write-actions.ts';
import { saveOperatorGroup } from './groups.ts';
import type { OrganizationPatch } from './organization.ts';
import { type PartyRole, partyRolePath, presentPartyRole, roleChange } from './party-role.ts';
import { type OperatorDependencies, taxpayerNumberTaken } from './register-operator.ts';
import { requisitesOf } from './requisites.ts';

type Dependencies = Omit<OperatorDependencies, 'groups'>;

/**
 * Changes an operator's name, requisites and contacts, then updates the description of its group, or creates a missing
 * group. Repeating an interrupted change completes it.
 *
 * @throws CabinetError `notFound`, `stale`, `concurrentChange`; `alreadyExists` if another operator has the ИНН
 */
export async function changeOrganization(
  operatorId: string,
  patch: OrganizationPatch,
  ifMatch: number | undefined,
  dependencies: OperatorDependencies,
): Promise<OperatorRecord> {
  const partition = Partition.ofAdministeredOperator(dependencies.scope, operatorId);
  const record = parseOperator(await dependencies.table.get(operatorKey(partition)), ifMatch);
  const { next, actions } = write(operatorId, record, detailsOf(patch), dependencies);
  const lookups = await moveTaxpayerNumber(dependencies.table, operatorId, record, next);
  await dependencies.table.write([...actions, ...lookups]);
  await saveOperatorGroup(dependencies.groups, operatorId, describeOperatorGroup(next));
  return next;
}

/** Changes billing accounts, agreements and contacts. @throws CabinetError `notFound`, `stale`, `concurrentChange` */
export async function changePartyRole(
  operatorId: string,
  patch: Parameters<typeof roleChange>[0],
  ifMatch: number | undefined,
  dependencies: Dependencies,
): Promise<OperatorRecord> {
  const partition = Partition.ofAdministeredOperator(dependencies.scope, operatorId);
  const record = parseOperator(await dependencies.table.get(operatorKey(partition)), ifMatch);
  if (!record.isCustomer) throw new CabinetError('notFound');
  const { next, actions } = write(operatorId, record, roleChange(patch), dependencies);
  await dependencies.table.write(actions);
  return next;
}

/**
 * Makes an operator a customer.
 *
 * @throws CabinetError `changeForbidden` if there is no such operator, `alreadyExists` if it is a customer already
 */
export async function createPartyRole(
  operatorId: string,
  input: Parameters<typeof roleChange>[0],
  creation: Creation<PartyRole>,
  dependencies: Dependencies,
): Promise<CreationReply<PartyRole>> {
  const partition = Partition.ofAdministeredOperator(dependencies.scope, operatorId);
  const { earlier, found: record } = await creation.load([operatorKey(partition)], ([item]) => {
    if (item === undefined) throw new CabinetError('changeForbidden', { message: noSuchOperator });
    return parseOperator(item, undefined);
  });
  if (earlier !== undefined) return earlier;
  if (record.isCustomer) throw new CabinetError('alreadyExists');
  const change = { ...roleChange(input), isCustomer: true };
  const { next, actions } = write(operatorId, record, change, dependencies);
  return creation.save(actions, {
    body: presentPartyRole(operatorId, next),
    version: next.version,
    location: `${partyRolePath}/${operatorId}`,
  });
}

function parseOperator(item: StoredItem | undefined, ifMatch: number | undefined): OperatorRecord {
  if (item === undefined) throw new CabinetError('notFound');
  const record = operatorRecordSchema.parse(item);
  expectVersion(ifMatch, record.version);
  return record;
}

function write(
  operatorId: string,
  record: OperatorRecord,
  change: Partial<OperatorRecord>,
  { scope, clock, requestId }: Dependencies,
): { readonly next: OperatorRecord; readonly actions: readonly WriteAction[] } {
  const partition = Partition.ofAdministeredOperator(scope, operatorId);
  const { next, action } = replaceOperator({ operatorId, partition }, record, change);
  const cause = { by: administratorOf(scope), at: clock().toISOString(), requestId };
  const event = operatorHistory(partition).append(next, cause, changeOfDetails(record, next));
  return { next, actions: [action, event] };
}

function detailsOf(patch: OrganizationPatch): Partial<OperatorRecord> {
  const { name, tradingName, organizationIdentification, contactMedium } = patch;
  return {
    ...(name === undefined ? {} : { name }),
    ...(tradingName === undefined ? {} : { tradingName: tradingName ?? undefined }),
    ...(organizationIdentification === undefined ? {} : requisitesOf(organizationIdentification)),
    ...(contactMedium === undefined ? {} : { contactMedium: contactMedium ?? [] }),
  };
}

/** Points the lookup of a changed ИНН to the operator, and removes the lookup of the previous one. */
async function moveTaxpayerNumber(
  table: Table,
  operatorId: string,
  { taxpayerNumber: before }: OperatorRecord,
  { taxpayerNumber: after }: OperatorRecord,
): Promise<readonly WriteAction[]> {
  if (after === undefined || after === before) return [];
  const put = insert(taxpayerKey(after), taxpayerItem(operatorId), taxpayerNumberTaken());
  const known = before === undefined ? undefined : await table.get(taxpayerKey(before));
  if (before === undefined || taxpayerLookupSchema.optional().parse(known)?.operatorId !== operatorId)
    return [put];
  return [put, { remove: taxpayerKey(before), expect: { attributes: { operatorId } } }];
}

const noSuchOperator = {
  ru: 'Оператора с таким id в engagedParty нет',
  en: 'There is no operator with this id in engagedParty',
};
