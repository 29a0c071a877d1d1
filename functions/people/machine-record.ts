import * as z from 'zod';
import type { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';

/** Roles that a system may have: only people manage accounts. */
const machineRoleSchema = z.enum(['finance', 'technical']);

/** A machine account, as it is stored, without its password. */
export const machineRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  operatorId: z.string(),
  ulid: z.string(),
  login: z.string(),
  name: z.string(),
  roles: z.array(machineRoleSchema),
  state: z.enum(['creating', 'active', 'revoked']),
  createdAt: z.string(),
  revokedAt: z.string().optional(),
});

export type MachineRecord = z.infer<typeof machineRecordSchema>;

/** Key of a machine account. */
export function machineKey(partition: Partition, ulid: string): ItemKey {
  return { partition, sortKey: `${machinePrefix}${ulid}` };
}

export const machinePrefix = 'MACHINE#';

/** Domain suffix of the login of every machine account; mail to it is never delivered (RFC 2606). */
const machineDomain = '.machine.invalid';

/** Login of a machine account: an e-mail address, as the user pool requires. */
export function machineLogin(operatorId: string, ulid: string): string {
  return `${ulid.toLowerCase()}@${operatorId}${machineDomain}`;
}

export function isMachineLogin(email: string): boolean {
  return email.endsWith(machineDomain);
}
