import type { Me } from './me.ts';

/** Whether somebody may order for the own operator, and so change, disconnect and copy. */
export function mayOrder({ roles }: Pick<Me, 'roles'>): boolean {
  return roles.some((role) => role === 'administrator' || role === 'technical');
}
