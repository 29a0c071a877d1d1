/**
 * Status of an operator: `suspended` has read-only access, `closed` has none, and its users only see that it is closed.
 */
export const operatorStatuses = ['active', 'suspended', 'closed'] as const;

export type OperatorStatus = (typeof operatorStatuses)[number];
