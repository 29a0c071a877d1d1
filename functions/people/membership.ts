import {
  carrierRoleSchema,
  operatorGroupPrefix,
  type OperatorRole,
  operatorRoleSchema,
} from '../../shared/auth/roles.ts';

/**
 * Roles that groups give at an operator; undefined unless they belong to that operator alone. An operator's
 * administrator must not change a user who is also in another operator's group, or in the carrier's.
 */
export function rolesAt(operatorId: string, groups: readonly string[]): readonly OperatorRole[] | undefined {
  const operators = groups.filter((group) => group.startsWith(operatorGroupPrefix));
  const isOwn = operators.length === 1 && operators[0] === operatorGroupPrefix + operatorId;
  if (!isOwn || groups.some((group) => carrierRoleSchema.safeParse(group).success)) return undefined;
  return groups.flatMap((group) => operatorRoleSchema.safeParse(group).data ?? []);
}

/** Whether two lists, each without duplicates, contain the same roles. */
export function haveSameRoles(some: readonly OperatorRole[], others: readonly OperatorRole[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}
