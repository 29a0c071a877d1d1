import * as z from 'zod';
import { historySequenceSchema } from '../history/history-item.ts';

/** Sort key of a user's last acceptance in the user's partition. */
export const acceptanceSortKey = 'RULES';

/** A user's last acceptance of the rules, as it is stored. */
export const acceptanceRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  historySequence: historySequenceSchema.default(0),
  rulesVersion: z.string(),
  acceptedAt: z.string(),
  /** IP address, as seen by the edge. Personal data: never logged. */
  address: z.string().optional(),
});

/** Replaces the acceptance of a machine account, whose creator is responsible for it. */
export const machineAcceptanceSchema = z.object({ schemaVersion: z.literal(1), machine: z.literal(true) });
