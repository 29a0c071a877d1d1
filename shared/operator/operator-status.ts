/**
 * Status of an operator: `suspended` can read and object, but not order; `closed` has no access, and its users only see
 * that it is closed.
 */
export const operatorStatuses = ['active', 'suspended', 'closed'] as const;

export type OperatorStatus = (typeof operatorStatuses)[number];
