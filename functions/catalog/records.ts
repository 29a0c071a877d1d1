import * as z from 'zod';
import {
  characteristicDefinitionSchema,
  publishedPriceSchema,
} from '../../shared/offering/offering-record.ts';
import { textSchema } from '../../shared/text-schema.ts';
import { lifecycleStatuses } from './contract/entity.ts';

/** Stored attributes common to all catalogue resources. */
const entityRecordSchema = z.object({
  schemaVersion: z.literal(1),
  /** Rises by one with every change; the `version` and the `ETag` on the wire. */
  version: z.int(),
  id: z.string(),
  name: textSchema,
  /** Empty if there is none. */
  description: textSchema,
  lifecycleStatus: z.enum(lifecycleStatuses),
  /** UTC with milliseconds, so that strings sort chronologically. */
  lastUpdate: z.string(),
  validFor: z.object({ startDateTime: z.string().optional(), endDateTime: z.string().optional() }).optional(),
});

export const catalogRecordSchema = entityRecordSchema.extend({ categoryIds: z.array(z.string()) });

export const categoryRecordSchema = entityRecordSchema.extend({ parentId: z.string().optional() });

export const specificationRecordSchema = entityRecordSchema.extend({
  characteristics: z.array(characteristicDefinitionSchema),
});

export const priceRecordSchema = entityRecordSchema.extend(
  publishedPriceSchema.omit({ id: true, name: true, version: true }).shape,
);

export type EntityRecord = z.infer<typeof entityRecordSchema>;
export type CatalogRecord = z.infer<typeof catalogRecordSchema>;
export type CategoryRecord = z.infer<typeof categoryRecordSchema>;
export type SpecificationRecord = z.infer<typeof specificationRecordSchema>;
export type PriceRecord = z.infer<typeof priceRecordSchema>;
export { offeringRecordSchema, type OfferingRecord } from '../../shared/offering/offering-record.ts';
