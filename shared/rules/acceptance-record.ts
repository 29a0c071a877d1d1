import * as z from 'zod';

/** Sort key of what somebody accepted last, in the own partition. */
export const acceptanceSortKey = 'RULES';

/** What somebody accepted last, as it is stored. */
export const acceptanceRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  rulesVersion: z.string(),
  acceptedAt: z.string(),
  /** Address that it came from, as the edge saw it. Personal data: never logged. */
  address: z.string().optional(),
});

/** Stands in the place of an acceptance for a machine account: whoever created it answers for it. */
export const machineAcceptanceSchema = z.object({ schemaVersion: z.literal(1), machine: z.literal(true) });
