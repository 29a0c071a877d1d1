import * as z from 'zod';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { contactMedia } from '../../shared/operator/contact-medium.ts';
import { contactsOf, type OperatorRecord } from '../../shared/operator/operator-record.ts';
import { operatorStatuses } from '../../shared/operator/operator-status.ts';
import { oneLine } from '../../shared/requisites/one-line.ts';
import { identity, ignored, relatedParty } from '../../shared/tmf/resource.ts';
import { organizationPath } from './organization.ts';

/** Path under which the roles of operators are found. */
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

/** TMF669 `PartyRole`: an operator as the carrier's customer. It has the operator's id: there is one of each. */
export const partyRole = z
  .strictObject({
    ...identity,
    '@type': z.literal('PartyRole'),
    name: z.literal('customer'),
    status: z.enum(operatorStatuses),
    /** Billing accounts, which orders name. */
    account: z.array(accountRef),
    /** Agreements with the carrier, which orders name. */
    agreement: z.array(agreementRef),
    contactMedium: contactMedia,
    /** The account manager, where one is assigned. */
    relatedParty: z.array(relatedParty),
    engagedParty: relatedParty,
  })
  .meta({ id: 'PartyRole' });

const twice = { ru: 'Этот id здесь уже есть', en: 'This id is here already' };

const unlike = (references: readonly { readonly id: string }[], context: z.RefinementCtx) => {
  const ids = references.map(({ id }) => id);
  for (const [index, id] of ids.entries())
    if (ids.indexOf(id) !== index)
      context.addIssue({ code: 'custom', path: [index, 'id'], params: { words: twice } });
};

const details = {
  account: z.array(accountRef).max(50).superRefine(unlike),
  agreement: z.array(agreementRef).max(50).superRefine(unlike),
};

/** The role of a customer to give to an operator. */
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

/** What of a record accounts, agreements and contacts come to. What is absent stays, null takes everything away. */
export function roleChange({ account, agreement, contactMedium }: RolePatch): Partial<OperatorRecord> {
  return {
    ...(account === undefined ? {} : { billingAccounts: (account ?? []).map(named) }),
    ...(agreement === undefined ? {} : { agreements: (agreement ?? []).map(named) }),
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
    // An account that came with an application has its number alone; TMF669 wants a name.
    account: billingAccounts.map(({ id, name: accountName = id }) => ({
      id,
      name: accountName,
      '@referredType': 'BillingAccount',
    })),
    agreement: agreements.map((agreement) => ({ ...named(agreement), '@referredType': 'Agreement' })),
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

function named({ id, name }: { readonly id: string; readonly name?: string | undefined }) {
  return { id, ...(name === undefined ? {} : { name }) };
}
