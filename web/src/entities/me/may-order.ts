import type { Me } from './me.ts';

/**
 * Whether a user may order for their operator, which includes changing, disconnecting and copying. A suspended operator
 * orders nothing.
 */
export function mayOrder({ roles, suspended }: Pick<Me, 'roles' | 'suspended'>): boolean {
  return !suspended && roles.some((role) => role === 'administrator' || role === 'technical');
}
