import type { Me } from './me.ts';

/** Whether a user may order for their operator, which includes changing, disconnecting and copying. */
export function mayOrder({ roles }: Pick<Me, 'roles'>): boolean {
  return roles.some((role) => role === 'administrator' || role === 'technical');
}
