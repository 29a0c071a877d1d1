import * as z from 'zod/mini';
import { operatorRoles } from '../../../../shared/auth/roles.ts';
import type { Application } from '../../features/apply/application-api.ts';

const user = z.object({ name: z.string(), email: z.string(), roles: z.array(z.enum(operatorRoles)) });

/** What stands in the fields of the form: anything that somebody types, in the places that it has in the application. */
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
/** What a company is called, and its numbers. */
export type CompanyRequisites = Omit<ApplicationFields['company'], 'legalAddress'>;
export type UserFields = z.infer<typeof user>;

/** Nobody yet; the first one has to be an administrator, who invites the others. */
export function newUser(roles: UserFields['roles']): UserFields {
  return { name: '', email: '', roles };
}

/** The fields of what the cabinet keeps of the form. */
export function fieldsOf({ company, agreementNumber = '', contact, users }: Application['form']) {
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

/** Whether an ИНН that is being typed can only be that of a sole proprietor, who has no КПП. */
export function isProprietors(taxpayerNumber: string): boolean {
  return digitsOf(taxpayerNumber).length > 10;
}

/** A number without the blanks that people group it with. */
export function digitsOf(typed: string): string {
  return typed.replaceAll(/\s/g, '');
}

/** A telephone number as it is dialled: `8 (495) 123-45-67` is +74951234567. */
export function phoneOf(typed: string): string {
  const dialled = typed.replaceAll(/[\s()\p{Pd}.]/gu, '');
  return /^8\d{10}$/.test(dialled) ? `+7${dialled.slice(1)}` : dialled;
}
