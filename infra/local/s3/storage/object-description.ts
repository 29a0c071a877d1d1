import * as z from 'zod';
import { checksumSchema } from '../bytes/checksum.ts';

const tagsSchema = z.array(z.object({ key: z.string(), value: z.string() }));
export type Tags = z.output<typeof tagsSchema>;

const retentionSchema = z.object({
  mode: z.enum(['GOVERNANCE', 'COMPLIANCE']),
  until: z.iso.datetime({ offset: true }),
});
export type Retention = z.output<typeof retentionSchema>;

/** Properties of an object's version that no index needs. */
export const objectDescriptionSchema = z.object({
  /** Response headers: `content-type`, `cache-control`, `x-amz-meta-…`, `x-amz-server-side-encryption`. */
  headers: z.record(z.string(), z.string()),
  checksum: checksumSchema.optional(),
  tags: tagsSchema,
  retention: retentionSchema.optional(),
});
export type ObjectDescription = z.output<typeof objectDescriptionSchema>;
