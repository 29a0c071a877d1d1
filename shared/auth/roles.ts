import * as z from 'zod';

/** Roles of an operator's users: names of Cognito groups, which are combined with `operator-<operatorId>`. */
export const operatorRoles = ['administrator', 'finance', 'technical'] as const;

/** Roles of the carrier's staff: names of Cognito groups. */
export const carrierRoles = ['manager', 'support', 'carrier-administrator'] as const;

export const operatorRoleSchema = z.enum(operatorRoles);
export const carrierRoleSchema = z.enum(carrierRoles);

export type OperatorRole = z.infer<typeof operatorRoleSchema>;
export type CarrierRole = z.infer<typeof carrierRoleSchema>;
export type Role = OperatorRole | CarrierRole;

/** Prefix of the Cognito group of an operator's members. */
export const operatorGroupPrefix = 'operator-';
