import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';

/** An invitation that was begun: by its marker, a repetition knows the account that the first attempt made. */
export const invitationRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  email: z.string(),
  marker: z.string(),
  /** Of the account, once everything was done. */
  sub: z.string().optional(),
  expiresAtSeconds: z.int(),
});

export type InvitationRecord = z.infer<typeof invitationRecordSchema>;

/** How long an invitation can be ended by repeating it, in seconds. */
export const invitationSeconds = 7 * 24 * 60 * 60;

/** Where the invitation of an address stands; an address is no part of a key, since keys are logged by engines. */
export function invitationKey(partition: Partition, email: string): ItemKey {
  const hash = createHash('sha256').update(email).digest('base64url');
  return { partition, sortKey: `INVITATION#${hash}` };
}
