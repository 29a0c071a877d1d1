import * as z from 'zod';
import { signedInActorSchema } from '../history/actor.ts';
import { tableDefinition } from '../table/definition.ts';
import type { Partition } from '../table/partition.ts';
import type { WriteAction } from '../table/table.ts';
import { insert } from '../table/write-actions.ts';

/** Retention of an activity: a year. The histories of orders and services are retained longer. */
const retentionSeconds = 365 * 24 * 60 * 60;

/** Kinds of activities; the subject's type is separate. */
export const activityActions = [
  'created',
  'changed',
  'stateChanged',
  'cancellationRequested',
  'noted',
  'invited',
  'invitedAgain',
  'rolesChanged',
  'disabled',
  'enabled',
  'removed',
  'revoked',
  'rulesAccepted',
  'downloaded',
  'fileAdded',
  'fileRemoved',
] as const;

export const activitySubjects = [
  'productOrder',
  'product',
  'person',
  'machineAccount',
  'rules',
  'document',
] as const;

/** An entry of the operator's activity log, written once, together with the change that it describes. */
export const activitySchema = z.object({
  schemaVersion: z.literal(1),
  at: z.string(),
  by: signedInActorSchema,
  action: z.enum(activityActions),
  subject: z.object({ type: z.enum(activitySubjects), id: z.string() }),
  /** Depends on the action: the new state, the new roles, the accepted version or the file name. */
  detail: z.string().optional(),
});

export type Activity = z.infer<typeof activitySchema>;

/** Sort key prefix of activities, before the ULID. */
export const activityPrefix = 'ACTIVITY#';

/** Write that adds an activity, for the transaction of the change that it describes. */
export function activityAction(partition: Partition, ulid: string, activity: Activity): WriteAction {
  const expiresAt = Math.floor(Date.parse(activity.at) / 1000) + retentionSeconds;
  const key = { partition, sortKey: `${activityPrefix}${ulid}` };
  return insert(key, { ...activity, [tableDefinition.timeToLive]: expiresAt });
}
