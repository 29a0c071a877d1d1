import type { Me } from './me.ts';

/** Whether a user may order for their operator, and so change, disconnect and copy. */
export function mayOrder({ roles }: Pick<Me, 'roles'>): boolean {
  return roles.some((role) => role === 'administrator' || role === 'technical');
}
