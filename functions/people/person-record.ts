import * as z from 'zod';
import { operatorRoleSchema } from '../../shared/auth/roles.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';

/**
 * What the cabinet remembers of somebody beside the directory of accounts, which alone decides who may sign in: the
 * name for lists and activities, and the change that is being made.
 */
export const personRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  email: z.string(),
  name: z.string().optional(),
  /** As they were when last changed or seen here; the Cognito console knows nothing of it. */
  roles: z.array(operatorRoleSchema),
  enabled: z.boolean(),
  /** A change that was begun: its repetition ends it. */
  pending: z.enum(['change', 'removal']).optional(),
  removedAt: z.string().optional(),
  expiresAtSeconds: z.int().optional(),
});

export type PersonRecord = z.infer<typeof personRecordSchema>;

/** Where somebody of an operator stands. */
export function personKey(partition: Partition, sub: string): ItemKey {
  return { partition, sortKey: `PERSON#${sub}` };
}

/** Counted up with every change that takes an administrator away, so that no two such happen at once. */
export function guardKey(partition: Partition): ItemKey {
  return { partition, sortKey: 'ADMINISTRATORS' };
}

export const guardSchema = z.object({ version: z.int() });
