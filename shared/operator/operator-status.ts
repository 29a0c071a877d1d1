/**
 * What an operator is to the carrier: `suspended` reads and does not write, `closed` is over: its people are told so and
 * nothing else.
 */
export const operatorStatuses = ['active', 'suspended', 'closed'] as const;

export type OperatorStatus = (typeof operatorStatuses)[number];
