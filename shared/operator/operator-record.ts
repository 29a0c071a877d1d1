import * as z from 'zod';
import { tableDefinition } from '../table/definition.ts';
import type { VersionedItem } from '../table/table.ts';
import { type ContactMedium, contactMedium } from './contact-medium.ts';
import { operatorStatuses } from './operator-status.ts';

/** An agreement or a billing account by which the carrier's other systems know it. */
const referenceSchema = z.object({ id: z.string(), name: z.string().optional() });

/** An operator's own record, as it is stored under `OPERATOR` in its partition. */
export const operatorRecordSchema = z.object({
  schemaVersion: z.literal(1),
  /** Records that were made before they were counted are the first. */
  version: z.int().default(1),
  name: z.string(),
  /** Name that it trades under, where that is another. */
  tradingName: z.string().optional(),
  taxpayerNumber: z.string().optional(),
  registrationReasonCode: z.string().optional(),
  registrationNumber: z.string().optional(),
  /** As an application gave it; once the contacts were written, it is among them. */
  legalAddress: z.string().optional(),
  contactMedium: z.array(contactMedium).optional(),
  /** Whether it has the role of a customer, to which accounts and agreements belong. */
  isCustomer: z.boolean().default(true),
  status: z.enum(operatorStatuses),
  /** Subject of the personal manager; none while nobody is assigned. */
  managerSub: z.string().optional(),
  agreements: z.array(referenceSchema).default([]),
  billingAccounts: z.array(referenceSchema).default([]),
  createdAt: z.string().optional(),
});

export type OperatorRecord = z.infer<typeof operatorRecordSchema>;

/** Partition of the index `byReference` in which all operators stand, by their ids. */
export const operatorsPartition = 'OPERATOR';

/** The record as it is stored, so that the carrier's list of operators finds it. */
export function operatorItem(operatorId: string, record: OperatorRecord): VersionedItem {
  const { partitionKey, sortKey } = tableDefinition.indexes.byReference;
  return { ...record, [partitionKey]: operatorsPartition, [sortKey]: operatorId };
}

/** How an operator is reached, and its registered address among that. */
export function contactsOf({
  contactMedium,
  legalAddress,
}: Pick<OperatorRecord, 'contactMedium' | 'legalAddress'>): readonly ContactMedium[] {
  if (contactMedium !== undefined) return contactMedium;
  if (legalAddress === undefined) return [];
  return [{ mediumType: 'legalAddress', characteristic: { street1: legalAddress } }];
}
