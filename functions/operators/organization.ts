import * as z from 'zod';
import { operatorIdSchema } from '../../shared/auth/membership.ts';
import { contactMedia } from '../../shared/operator/contact-medium.ts';
import { contactsOf, type OperatorRecord } from '../../shared/operator/operator-record.ts';
import { presentIdentifications } from '../../shared/requisites/identification.ts';
import { oneLine } from '../../shared/requisites/one-line.ts';
import { identity, ignored } from '../../shared/tmf/resource.ts';
import { identifications } from './requisites.ts';

/** Path of the operators' collection. */
export const organizationPath = '/tmf-api/party/v4/organization';

/** TMF632 `Organization` with the extensions of `CabinetOrganization`. */
export const organization = z
  .strictObject({
    ...identity,
    '@type': z.literal('CabinetOrganization'),
    '@baseType': z.literal('Organization'),
    name: z.string(),
    tradingName: z.string().optional(),
    isLegalEntity: z.literal(true),
    status: z.enum(['validated', 'closed']),
    /** ИНН, which identifies the operator however its name is spelt, КПП and ОГРН. */
    organizationIdentification: z.array(
      z.strictObject({
        identificationId: z.string(),
        identificationType: z.enum(['ИНН', 'КПП', 'ОГРН', 'ОГРНИП']),
      }),
    ),
    contactMedium: contactMedia,
    /** Extension: its users can read but not write. */
    suspended: z.boolean(),
  })
  .meta({ id: 'Organization' });

/** Attributes of an operator that the carrier's administrator sets. */
const details = {
  name: oneLine,
  tradingName: oneLine.optional(),
  organizationIdentification: identifications,
  contactMedium: contactMedia.optional(),
};

/** An operator to register. */
export const organizationInput = z.strictObject({
  ...ignored('id', 'href', '@type', '@baseType', 'isLegalEntity', 'status', 'suspended'),
  /** Extension: the id in groups, keys and numbers; derived from the name if absent. */
  operatorId: operatorIdSchema.optional(),
  ...details,
});

/** A JSON Merge Patch of an operator. */
export const organizationPatch = z.strictObject({
  name: details.name.optional(),
  tradingName: oneLine.nullable().optional(),
  organizationIdentification: identifications.optional(),
  contactMedium: contactMedia.nullable().optional(),
});

export type Organization = z.infer<typeof organization>;
export type OrganizationInput = z.output<typeof organizationInput>;
export type OrganizationPatch = z.output<typeof organizationPatch>;

/** The resource of an operator. */
export function presentOrganization(id: string, record: OperatorRecord): Organization {
  const { name, tradingName, status } = record;
  return {
    id,
    href: `${organizationPath}/${id}`,
    '@type': 'CabinetOrganization',
    '@baseType': 'Organization',
    name,
    ...(tradingName === undefined ? {} : { tradingName }),
    isLegalEntity: true,
    status: status === 'closed' ? 'closed' : 'validated',
    organizationIdentification: presentIdentifications(record),
    contactMedium: [...contactsOf(record)],
    suspended: status === 'suspended',
  };
}
