import * as z from 'zod';
import type { OperatorRecord } from '../../shared/operator/operator-record.ts';
import { identity } from '../../shared/tmf/resource.ts';

/** Path under which the operators are found. */
export const organizationPath = '/tmf-api/party/v4/organization';

/** TMF632 `Organization`, with what a `CabinetOrganization` adds. */
export const organization = z
  .strictObject({
    ...identity,
    '@type': z.literal('CabinetOrganization'),
    '@baseType': z.literal('Organization'),
    name: z.string(),
    isLegalEntity: z.literal(true),
    status: z.literal('validated'),
    /** The ИНН, by which the operator is known whatever its name is spelt like. */
    organizationIdentification: z.array(
      z.strictObject({ identificationId: z.string(), identificationType: z.literal('ИНН') }),
    ),
    /** Extension: reading works for its people, writing does not. */
    suspended: z.boolean(),
  })
  .meta({ id: 'Organization' });

/** The resource of an operator. */
export function presentOrganization(
  id: string,
  { name, taxpayerNumber, status }: OperatorRecord,
): z.infer<typeof organization> {
  return {
    id,
    href: `${organizationPath}/${id}`,
    '@type': 'CabinetOrganization',
    '@baseType': 'Organization',
    name,
    isLegalEntity: true,
    status: 'validated',
    organizationIdentification:
      taxpayerNumber === undefined ? [] : [{ identificationId: taxpayerNumber, identificationType: 'ИНН' }],
    suspended: status === 'suspended',
  };
}
