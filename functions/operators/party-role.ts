import * as z from 'zod';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { contactMedia } from '../../shared/operator/contact-medium.ts';
import { contactsOf, type OperatorRecord } from '../../shared/operator/operator-record.ts';
import { operatorStatuses } from '../../shared/operator/operator-status.ts';
import { oneLine } from '../../shared/requisites/one-line.ts';
import { identity, ignored, relatedParty } from '../../shared/tmf/resource.ts';
import { organizationPath } from './organization.ts';

/** Path of the collection of operators' roles. */
export const partyRolePath = '/tmf-api/partyRoleManagement/v4/partyRole';

const accountRef = z.strictObject({
  id: oneLine.max(100),
  name: oneLine,
  '@referredType': z.literal('BillingAccount').optional(),
});

const agreementRef = z.strictObject({
  id: oneLine.max(100),
  name: oneLine.optional(),
  '@referredType': z.literal('Agreement').optional(),
});

/** TMF669 `PartyRole`: an operator as the carrier's customer. An operator has one such role, with its own id. */
export const partyRole = z
  .strictObject({
    ...identity,
    '@type': z.literal('PartyRole'),
    name: z.literal('customer'),
    status: z.enum(operatorStatuses),
    /** Billing accounts, referenced by orders. */
    account: z.array(accountRef),
    /** Agreements with the carrier, referenced by orders. */
    agreement: z.array(agreementRef),
    contactMedium: contactMedia,
    /** The account manager, if one is assigned. */
    relatedParty: z.array(relatedParty),
    engagedParty: relatedParty,
  })
  .meta({ id: 'PartyRole' });

const duplicateId = { ru: 'Этот id здесь уже есть', en: 'This id is already in the list' };

const checkDistinct = (references: readonly { readonly id: string }[], context: z.RefinementCtx) => {
  const ids = references.map(({ id }) => id);
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) !== index)
      context.addIssue({ code: 'custom', path: [index, 'id'], params: { words: duplicateId } });
};

const details = {
  account: z.array(accountRef).max(50).superRefine(checkDistinct),
  agreement: z.array(agreementRef).max(50).superRefine(checkDistinct),
};

/** Makes an operator a customer. */
export const partyRoleInput = z.strictObject({
  ...ignored('id', 'href', '@type', 'status', 'relatedParty'),
  name: z.literal('customer'),
  engagedParty: relatedParty.extend({
    id: operatorIdSchema,
    '@referredType': z.literal('Organization'),
  }),
  account: details.account.default([]),
  agreement: details.agreement.default([]),
  contactMedium: contactMedia.optional(),
});

/** A JSON Merge Patch of the role. */
export const partyRolePatch = z.strictObject({
  account: details.account.nullable().optional(),
  agreement: details.agreement.nullable().optional(),
  contactMedium: contactMedia.nullable().optional(),
});

export type PartyRole = z.infer<typeof partyRole>;

type RolePatch = z.output<typeof partyRolePatch>;

/** Changes to a record from a patch: an absent attribute stays as it is, null clears it. */
export function roleChange({ account, agreement, contactMedium }: RolePatch): Partial<OperatorRecord> {
  return {
    ...(account === undefined ? {} : { billingAccounts: (account ?? []).map(referenceOf) }),
    ...(agreement === undefined ? {} : { agreements: (agreement ?? []).map(referenceOf) }),
    ...(contactMedium === undefined ? {} : { contactMedium: contactMedium ?? [] }),
  };
}

/** The resource of an operator's role. */
export function presentPartyRole(operatorId: string, record: OperatorRecord): PartyRole {
  const { name, status, managerSub, billingAccounts, agreements } = record;
  return {
    id: operatorId,
    href: `${partyRolePath}/${operatorId}`,
    '@type': 'PartyRole',
    name: 'customer',
    status,
    // A billing account from an application has only a number; TMF669 requires a name.
    account: billingAccounts.map(({ id, name: accountName = id }) => ({
      id,
      name: accountName,
      '@referredType': 'BillingAccount',
    })),
    agreement: agreements.map((agreement) => ({ ...referenceOf(agreement), '@referredType': 'Agreement' })),
    contactMedium: [...contactsOf(record)],
    relatedParty:
      managerSub === undefined
        ? []
        : [{ id: managerSub, role: 'accountManager', '@referredType': 'Individual' }],
    engagedParty: {
      id: operatorId,
      href: `${organizationPath}/${operatorId}`,
      name,
      '@referredType': 'Organization',
    },
  };
}

function referenceOf({ id, name }: { readonly id: string; readonly name?: string | undefined }) {
  return { id, ...(name === undefined ? {} : { name }) };
}
