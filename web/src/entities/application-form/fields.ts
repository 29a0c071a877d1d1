import * as z from 'zod/mini';
import { operatorRoles } from '../../../../shared/auth/roles.ts';
import type { Ok } from '../../api/contract.ts';

/** What the cabinet keeps of the form. */
type SavedForm = Ok<'/cabinet/v1/application/{id}'>['form'];

const user = z.object({ name: z.string(), email: z.string(), roles: z.array(z.enum(operatorRoles)) });

/** The contents of the form's fields: anything that is typed, in the structure of the application. */
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

/** Nobody yet; the first one has to be an administrator, who invites the others. */
export function newUser(roles: UserFields['roles']): UserFields {
  return { name: '', email: '', roles };
}

/** The fields of what the cabinet keeps of the form. */
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
