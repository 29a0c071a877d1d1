import * as z from 'zod';
import { operatorRoleSchema } from '../auth/roles.ts';
import { oneLine } from '../requisites/one-line.ts';
import {
  checkRequisites,
  registrationNumberSchema,
  registrationReasonCodeSchema,
  taxpayerNumberSchema,
} from '../requisites/requisites-schema.ts';

const texts = {
  phone: {
    ru: 'Телефон: + и от 10 до 15 цифр, например +74951234567',
    en: 'A phone number: + and 10 to 15 digits, such as +74951234567',
  },
  administrator: {
    ru: 'Хотя бы у одного пользователя должна быть роль администратора: он пригласит остальных',
    en: 'At least one user must be an administrator, who can invite the others',
  },
  sameEmail: {
    ru: 'Этот адрес уже указан у другого пользователя',
    en: 'Another user already has this address',
  },
} as const;

const email = z.email().max(128);

/** A user for whom an account is requested. */
const requestedUserSchema = z.strictObject({
  name: oneLine,
  email,
  roles: z.array(operatorRoleSchema).min(1).max(3),
});

/** The carrier's contact for the application. */
const applicationContactSchema = z.strictObject({
  name: oneLine,
  email,
  phone: z.string().refine((text) => /^\+\d{10,15}$/.test(text), { params: { words: texts.phone } }),
});

const companyShape = z.strictObject({
  name: oneLine,
  taxpayerNumber: taxpayerNumberSchema,
  registrationReasonCode: registrationReasonCodeSchema.optional(),
  registrationNumber: registrationNumberSchema,
  legalAddress: oneLine.optional(),
});

/** The company or sole proprietor that applies for access. */
const applicationCompanySchema = companyShape.superRefine(checkRequisites);

/** Number of the agreement with the carrier, if there is one. */
const agreementNumber = oneLine.optional();

/** Accounts per application; the administrator can invite others later. */
const maxUsers = 20;

/** The complete form, as it has to be submitted. */
export const applicationFormSchema = z
  .strictObject({
    company: applicationCompanySchema,
    agreementNumber,
    contact: applicationContactSchema,
    users: z.array(requestedUserSchema).min(1).max(maxUsers).superRefine(checkUsers),
  })
  .meta({ id: 'ApplicationForm' });

/** The form as a draft: anything can be missing, but every value is valid by itself. */
export const applicationDraftSchema = z
  .strictObject({
    company: companyShape.partial().optional(),
    agreementNumber,
    contact: applicationContactSchema.partial().optional(),
    users: z
      .array(requestedUserSchema.partial().extend({ roles: z.array(operatorRoleSchema).max(3).optional() }))
      .max(maxUsers)
      .optional(),
  })
  .meta({ id: 'ApplicationDraft' });

export type ApplicationForm = z.infer<typeof applicationFormSchema>;
export type ApplicationDraft = z.infer<typeof applicationDraftSchema>;
export type RequestedUser = z.infer<typeof requestedUserSchema>;

/** Requires an administrator, who can invite others later, and unique logins. */
function checkUsers(users: readonly RequestedUser[], context: z.RefinementCtx): void {
  if (users.length > 0 && !users.some(({ roles }) => roles.includes('administrator'))) {
    context.addIssue({ code: 'custom', params: { words: texts.administrator } });
  }
  const logins = users.map((user) => user.email.toLowerCase());
  for (const [index, login] of logins.entries()) {
    if (logins.indexOf(login) !== index) {
      context.addIssue({ code: 'custom', path: [index, 'email'], params: { words: texts.sameEmail } });
    }
  }
}
