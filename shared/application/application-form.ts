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
    en: 'A telephone number: + and 10 to 15 digits, such as +74951234567',
  },
  administrator: {
    ru: 'Хотя бы у одного пользователя — роль администратора: он пригласит остальных',
    en: 'At least one of the users is an administrator, who will invite the others',
  },
  sameEmail: {
    ru: 'Этот адрес уже указан у другого пользователя',
    en: 'Another user has this address already',
  },
} as const;

const email = z.email().max(128);

/** Somebody for whom an account is asked for. */
const requestedUserSchema = z.strictObject({
  name: oneLine,
  email,
  roles: z.array(operatorRoleSchema).min(1).max(3),
});

/** Whom the carrier writes and calls about the application. */
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

/** The company that asks for access, or the sole proprietor. */
const applicationCompanySchema = companyShape.superRefine(checkRequisites);

/** Number of the agreement with the carrier, where there is one already. */
const agreementNumber = oneLine.optional();

/** How many accounts one application asks for; the administrator invites whoever else there is. */
const maxUsers = 20;

/** What the standard application says, whole: what has to be there when it is submitted. */
export const applicationFormSchema = z.strictObject({
  company: applicationCompanySchema,
  agreementNumber,
  contact: applicationContactSchema,
  users: z.array(requestedUserSchema).min(1).max(maxUsers).superRefine(checkUsers),
});

/** The same as far as it is filled: anything may be missing yet, and what is there is right by itself. */
export const applicationDraftSchema = z.strictObject({
  company: companyShape.partial().optional(),
  agreementNumber,
  contact: applicationContactSchema.partial().optional(),
  users: z
    .array(requestedUserSchema.partial().extend({ roles: z.array(operatorRoleSchema).max(3).optional() }))
    .max(maxUsers)
    .optional(),
});

export type ApplicationForm = z.infer<typeof applicationFormSchema>;
export type ApplicationDraft = z.infer<typeof applicationDraftSchema>;
export type RequestedUser = z.infer<typeof requestedUserSchema>;

/** One is an administrator, so that somebody can invite the others later; no two have the same login. */
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
