import {
  carrierRoleSchema,
  operatorGroupPrefix,
  type OperatorRole,
  operatorRoleSchema,
} from '../../shared/auth/roles.ts';

/**
 * Roles that groups give at an operator; undefined where they do not belong to that operator alone. Whoever stands in
 * another operator's group, too, or in the carrier's, is nobody whom an operator's administrator may touch.
 */
export function rolesAt(operatorId: string, groups: readonly string[]): readonly OperatorRole[] | undefined {
  const operators = groups.filter((group) => group.startsWith(operatorGroupPrefix));
  const isOwn = operators.length === 1 && operators[0] === operatorGroupPrefix + operatorId;
  if (!isOwn || groups.some((group) => carrierRoleSchema.safeParse(group).success)) return undefined;
  return groups.flatMap((group) => operatorRoleSchema.safeParse(group).data ?? []);
}

/** Whether two lists, each without repetitions, hold the same roles. */
export function isSameRoles(some: readonly OperatorRole[], others: readonly OperatorRole[]): boolean {
  return some.length === others.length && some.every((role) => others.includes(role));
}
