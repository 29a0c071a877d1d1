import * as z from 'zod/mini';
import { operatorRoles } from '../../../../shared/auth/roles.ts';
import type { Ok } from '../../api/contract.ts';

/** The form as the API stores it. */
type SavedForm = Ok<'/cabinet/v1/application/{id}'>['form'];

const user = z.object({ name: z.string(), email: z.string(), roles: z.array(z.enum(operatorRoles)) });

/** The values of the form's fields, in the structure of the application; any text may have been typed. */
export const fieldsSchema = z.object({
  company: z.object({
    name: z.string(),
    taxpayerNumber: z.string(),
    registrationReasonCode: z.string(),
    registrationNumber: z.string(),
    legalAddress: z.string(),
  }),
  agreementNumber: z.string(),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }),
  users: z.array(user),
});

export type ApplicationFields = z.infer<typeof fieldsSchema>;
export type UserFields = z.infer<typeof user>;

/** No users yet; the first one has to be an administrator, who invites the others. */
export function newUser(roles: UserFields['roles']): UserFields {
  return { name: '', email: '', roles };
}

/** Fields with the values of a saved form. */
export function fieldsOf({ company, agreementNumber = '', contact, users }: SavedForm) {
  const fields: ApplicationFields = {
    company: {
      name: company?.name ?? '',
      taxpayerNumber: company?.taxpayerNumber ?? '',
      registrationReasonCode: company?.registrationReasonCode ?? '',
      registrationNumber: company?.registrationNumber ?? '',
      legalAddress: company?.legalAddress ?? '',
    },
    agreementNumber,
    contact: { name: contact?.name ?? '', email: contact?.email ?? '', phone: contact?.phone ?? '' },
    users:
      users === undefined || users.length === 0
        ? [newUser(['administrator'])]
        : users.map(({ name = '', email = '', roles = [] }) => ({ name, email, roles })),
  };
  return fields;
}
