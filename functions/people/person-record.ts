import * as z from 'zod';
import { operatorRoleSchema } from '../../shared/auth/roles.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';

/**
 * The cabinet's record of a person, with the name for lists and activities, and a change in progress. The user pool
 * alone decides who can sign in.
 */
export const personRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  email: z.string(),
  name: z.string().optional(),
  /** As last changed or seen here; changes in the Cognito console are not reflected. */
  roles: z.array(operatorRoleSchema),
  enabled: z.boolean(),
  /** A change that was started: repeat it to complete it. */
  pending: z.enum(['change', 'removal']).optional(),
  removedAt: z.string().optional(),
  expiresAtSeconds: z.int().optional(),
});

export type PersonRecord = z.infer<typeof personRecordSchema>;

/** Key of a person's record. */
export function personKey(partition: Partition, sub: string): ItemKey {
  return { partition, sortKey: `PERSON#${sub}` };
}

/** Incremented with every change that removes an administrator, so that no two of them happen concurrently. */
export function guardKey(partition: Partition): ItemKey {
  return { partition, sortKey: 'ADMINISTRATORS' };
}

export const guardSchema = z.object({ version: z.int() });
