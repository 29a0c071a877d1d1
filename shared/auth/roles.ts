import * as z from 'zod';

/** Roles of an operator's people: each is the name of a Cognito group that stands beside `operator-<operatorId>`. */
export const operatorRoles = ['administrator', 'finance', 'technical'] as const;

/** Roles of the carrier's people: each is the name of a Cognito group that stands alone. */
export const carrierRoles = ['manager', 'support', 'carrier-administrator'] as const;

export const operatorRoleSchema = z.enum(operatorRoles);
export const carrierRoleSchema = z.enum(carrierRoles);

export type OperatorRole = z.infer<typeof operatorRoleSchema>;
export type CarrierRole = z.infer<typeof carrierRoleSchema>;
export type Role = OperatorRole | CarrierRole;

/** Prefix of the Cognito group that makes somebody a member of an operator. */
export const operatorGroupPrefix = 'operator-';
