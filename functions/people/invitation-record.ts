import { createHash } from 'node:crypto';
import * as z from 'zod';
import { operatorRoleSchema } from '../../shared/auth/roles.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';
import type { MoscowDay } from '../../shared/time/moscow-day.ts';

/** What an operator remembers of an address that it invites: what was begun, and when mails went there. */
export const invitationRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  email: z.string(),
  /** What the account that is made carries: by it, a repetition knows the account that the first attempt made. */
  marker: z.string().optional(),
  /** Roles that it was begun with: nobody ends it with others. */
  roles: z.array(operatorRoleSchema).optional(),
  /** Of the account, once everything was done. */
  sub: z.string().optional(),
  /** Moments of the mails of the last day, oldest first. */
  sent: z.array(z.string()).default([]),
  expiresAtSeconds: z.int(),
});

export type InvitationRecord = z.infer<typeof invitationRecordSchema>;

/** An invitation that was begun and not ended. */
export type BegunInvitation = InvitationRecord & { readonly marker: string };

/** Whether an invitation waits for its end. */
export function isBegun(record: InvitationRecord): record is BegunInvitation {
  return record.marker !== undefined && record.sub === undefined;
}

/** How long an invitation can be ended by repeating it, in seconds. */
export const invitationSeconds = 7 * 24 * 60 * 60;

/** Where the invitation of an address stands; an address is no part of a key, since keys are logged by engines. */
export function invitationKey(partition: Partition, email: string): ItemKey {
  const hash = createHash('sha256').update(email.toLowerCase()).digest('base64url');
  return { partition, sortKey: `INVITATION#${hash}` };
}

/** Counts the mails of a day by its version. */
export const mailCountSchema = z.object({ version: z.int() });

/** Where the mails of an operator's invitations are counted. */
export function mailCountKey(partition: Partition, day: MoscowDay): ItemKey {
  return { partition, sortKey: `MAILS#${day}` };
}
