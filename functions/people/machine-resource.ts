import * as z from 'zod';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import { type MachineRecord, machineRecordSchema } from './machine-record.ts';

/** Path under which machine accounts are found. */
export const machineAccountPath = '/cabinet/v1/machineAccount';

/** An account of an operator's own system. */
export const machineAccount = z.strictObject({
  '@type': z.literal('CabinetMachineAccount'),
  id: z.string(),
  href: z.string(),
  login: z.string(),
  name: z.string(),
  roles: machineRecordSchema.shape.roles,
  /** `creating` where the creation never ended: nobody knows its password, revoke it. */
  state: machineRecordSchema.shape.state,
  createdAt: z.string(),
  revokedAt: z.string().optional(),
});

/** A machine account that was just made: its password is kept nowhere and shown no more. */
export const newMachineAccount = machineAccount.extend({ password: z.string() });

/** The resource of a machine account. */
export function presentMachine(machine: MachineRecord): z.infer<typeof machineAccount> {
  const { login, name, roles, state, createdAt, revokedAt } = machine;
  const id = formatEntityId(machine);
  return {
    '@type': 'CabinetMachineAccount',
    id,
    href: `${machineAccountPath}/${id}`,
    login,
    name,
    roles,
    state,
    createdAt,
    ...(revokedAt === undefined ? {} : { revokedAt }),
  };
}
