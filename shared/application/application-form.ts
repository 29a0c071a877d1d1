import * as z from 'zod';
import { operatorRoleSchema } from '../auth/roles.ts';
import {
  checkRequisites,
  registrationNumberSchema,
  registrationReasonCodeSchema,
  taxpayerNumberSchema,
} from '../requisites/requisites-schema.ts';

const line = z.string().trim().min(1).max(200);

/** Somebody for whom an account is asked for. */
export const requestedUserSchema = z.strictObject({
  name: line,
  email: z.email().max(128),
  roles: z.array(operatorRoleSchema).min(1).max(3),
});

/** Whom the carrier writes and calls about the application. */
export const applicationContactSchema = z.strictObject({
  name: line,
  email: z.email().max(128),
  phone: z.string().regex(/^\+\d{10,15}$/),
});

/** The company that asks for access, or the sole proprietor. */
export const applicationCompanySchema = z
  .strictObject({
    name: line,
    taxpayerNumber: taxpayerNumberSchema,
    registrationReasonCode: registrationReasonCodeSchema.optional(),
    registrationNumber: registrationNumberSchema,
    legalAddress: line.optional(),
  })
  .superRefine(checkRequisites);

/** What the standard application says, whole: what has to be there when it is submitted. */
export const applicationFormSchema = z.strictObject({
  company: applicationCompanySchema,
  /** Number of the agreement with the carrier, where there is one already. */
  agreementNumber: line.optional(),
  contact: applicationContactSchema,
  /** One of them, at least, is an administrator: somebody has to invite the others later. */
  users: z.array(requestedUserSchema).min(1).max(20),
});

export type ApplicationForm = z.infer<typeof applicationFormSchema>;
export type RequestedUser = z.infer<typeof requestedUserSchema>;
