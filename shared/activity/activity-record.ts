import * as z from 'zod';
import { signedInActorSchema } from '../history/actor.ts';
import { tableDefinition } from '../table/definition.ts';
import type { Partition } from '../table/partition.ts';
import type { WriteAction } from '../table/table.ts';
import { insert } from '../table/write-actions.ts';

/** How long an activity is kept, in seconds: a year. What happened to an order or a service stays in its own history. */
const keptSeconds = 365 * 24 * 60 * 60;

/** What somebody did; the subject's type says to what. */
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

/** Who did what, as an operator's administrator reads it. Written once, in the step that it tells of. */
export const activitySchema = z.object({
  schemaVersion: z.literal(1),
  at: z.string(),
  by: signedInActorSchema,
  action: z.enum(activityActions),
  subject: z.object({ type: z.enum(activitySubjects), id: z.string() }),
  /** State that it went into, roles that were given, version that was accepted, name of the file. */
  detail: z.string().optional(),
});

export type Activity = z.infer<typeof activitySchema>;

/** What stands before the ULID in the sort key of an activity. */
export const activityPrefix = 'ACTIVITY#';

/** Keeps an activity with the write that it is part of. */
export function activityAction(partition: Partition, ulid: string, activity: Activity): WriteAction {
  const expiresAt = Math.floor(Date.parse(activity.at) / 1000) + keptSeconds;
  const key = { partition, sortKey: `${activityPrefix}${ulid}` };
  return insert(key, { ...activity, [tableDefinition.timeToLive]: expiresAt });
}
