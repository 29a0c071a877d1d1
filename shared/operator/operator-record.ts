import * as z from 'zod';
import { historySequenceSchema } from '../history/history-item.ts';
import { tableDefinition } from '../table/definition.ts';
import type { VersionedItem } from '../table/table.ts';
import { type ContactMedium, contactMedium } from './contact-medium.ts';
import { operatorStatuses } from './operator-status.ts';

/** A reference to an agreement or a billing account in the carrier's other systems. */
const referenceSchema = z.object({ id: z.string(), name: z.string().optional() });

/** An operator's own record, as it is stored under `OPERATOR` in its partition. */
export const operatorRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  historySequence: historySequenceSchema.default(0),
  name: z.string(),
  /** Trading name, if it differs from the name. */
  tradingName: z.string().optional(),
  taxpayerNumber: z.string().optional(),
  registrationReasonCode: z.string().optional(),
  registrationNumber: z.string().optional(),
  /** From the application; once contacts are written, it is one of them. */
  legalAddress: z.string().optional(),
  contactMedium: z.array(contactMedium).optional(),
  /** Whether it has the customer role, which accounts and agreements belong to. */
  isCustomer: z.boolean().default(true),
  status: z.enum(operatorStatuses),
  /** Subject of the account manager; undefined if none is assigned. */
  managerSub: z.string().optional(),
  agreements: z.array(referenceSchema).default([]),
  billingAccounts: z.array(referenceSchema).default([]),
  createdAt: z.string().optional(),
});

export type OperatorRecord = z.infer<typeof operatorRecordSchema>;

/** Partition of the index `byReference` with all operators, sorted by id. */
export const operatorsPartition = 'OPERATOR';

/** Item of an operator, with the index attributes for the carrier's list of operators. */
export function operatorItem(operatorId: string, record: OperatorRecord): VersionedItem {
  const { partitionKey, sortKey } = tableDefinition.indexes.byReference;
  return { ...record, [partitionKey]: operatorsPartition, [sortKey]: operatorId };
}

/** Contacts of an operator, including its legal address. */
export function contactsOf({
  contactMedium,
  legalAddress,
}: Pick<OperatorRecord, 'contactMedium' | 'legalAddress'>): readonly ContactMedium[] {
  if (contactMedium !== undefined) return contactMedium;
  if (legalAddress === undefined) return [];
  return [{ mediumType: 'legalAddress', characteristic: { street1: legalAddress } }];
}
