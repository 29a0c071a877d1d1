import * as z from 'zod';
import { formatEntityId } from '../../shared/table/entity-id.ts';
import { type MachineRecord, machineRecordSchema } from './machine-record.ts';

/** Path of the machine accounts' collection. */
export const machineAccountPath = '/cabinet/v1/machineAccount';

/** An account of an operator's own system. */
export const machineAccount = z.strictObject({
  '@type': z.literal('CabinetMachineAccount'),
  id: z.string(),
  href: z.string(),
  login: z.string(),
  name: z.string(),
  roles: machineRecordSchema.shape.roles,
  /** `creating` if the creation was interrupted: its password is lost, so revoke it. */
  state: machineRecordSchema.shape.state,
  createdAt: z.string(),
  revokedAt: z.string().optional(),
});

/** A new machine account. Its password is not stored and is shown only once. */
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
