import { createHash } from 'node:crypto';
import * as z from 'zod';
import { operatorRoleSchema } from '../../shared/auth/roles.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { ItemKey } from '../../shared/table/table.ts';
import type { MoscowDay } from '../../shared/time/moscow-day.ts';

/** An operator's record of an invited address: a started invitation, and when mails were sent. */
export const invitationRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  email: z.string(),
  /** Stored in the created account, so that a repetition recognises the account of the first attempt. */
  marker: z.string().optional(),
  /** Roles that it was started with; it cannot be completed with others. */
  roles: z.array(operatorRoleSchema).optional(),
  /** Subject of the account, once the invitation is complete. */
  sub: z.string().optional(),
  /** Times of the mails of the last day, oldest first. */
  sent: z.array(z.string()).default([]),
  expiresAtSeconds: z.int(),
});

export type InvitationRecord = z.infer<typeof invitationRecordSchema>;

/** An invitation that was started but not completed. */
export type StartedInvitation = InvitationRecord & { readonly marker: string };

/** Whether an invitation was started but not completed. */
export function isStarted(record: InvitationRecord): record is StartedInvitation {
  return record.marker !== undefined && record.sub === undefined;
}

/** How long an interrupted invitation can be completed by repeating it, in seconds. */
export const invitationSeconds = 7 * 24 * 60 * 60;

/** Key of an invitation. The address is hashed, since database engines log keys. */
export function invitationKey(partition: Partition, email: string): ItemKey {
  const hash = createHash('sha256').update(email.toLowerCase()).digest('base64url');
  return { partition, sortKey: `INVITATION#${hash}` };
}

/** Number of mails on a day: the record's version. */
export const mailCountSchema = z.object({ version: z.int() });

/** Key of the count of an operator's invitation mails on a day. */
export function mailCountKey(partition: Partition, day: MoscowDay): ItemKey {
  return { partition, sortKey: `MAILS#${day}` };
}
