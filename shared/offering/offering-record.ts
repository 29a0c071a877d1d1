import * as z from 'zod';
import { unitPriceSchema } from '../money/decimal.ts';
import type { ItemKey } from '../table/table.ts';
import { Partition } from '../table/partition.ts';
import { textSchema } from '../text-schema.ts';

/** Types of characteristic values. `date` is an ISO 8601 calendar date. */
export const characteristicTypes = ['string', 'integer', 'number', 'boolean', 'date'] as const;

/** A value of a characteristic; for choices a stable code. */
const characteristicValueSchema = z.union([z.string(), z.number(), z.boolean()]);

/** A value that can be chosen, with its label. */
const choiceSchema = z.object({
  value: characteristicValueSchema,
  label: textSchema,
  isDefault: z.boolean(),
});

/** Definition of a characteristic of a service. */
export const characteristicDefinitionSchema = z.object({
  /** Stable code; the name in the API. */
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,49}$/),
  label: textSchema,
  description: textSchema,
  valueType: z.enum(characteristicTypes),
  mandatory: z.boolean(),
  /** Whether a modify order can change it on a delivered service. */
  configurable: z.boolean(),
  choices: z.array(choiceSchema).default([]),
  /** Bounds of a number, inclusive, in `unit`. */
  from: z.int().optional(),
  to: z.int().optional(),
  /** Unit of a number: `Mbit/s`, `month`, `E1`. */
  unit: z.string().optional(),
  /** Pattern that the whole text has to match; the catalogue rejects patterns that are prone to ReDoS. */
  pattern: z.string().optional(),
});

/** How an offering narrows a characteristic of its specification. */
const characteristicUseSchema = z.object({
  name: z.string(),
  /** Makes an optional characteristic mandatory; never the reverse. */
  mandatory: z.boolean(),
  /** The remaining choices; empty for all of them. */
  values: z.array(characteristicValueSchema).default([]),
  /** Overrides the specification's default. */
  defaultValue: characteristicValueSchema.optional(),
  from: z.int().optional(),
  to: z.int().optional(),
});

/** A price as published with an offering. */
export const publishedPriceSchema = z.object({
  id: z.string(),
  version: z.string(),
  name: textSchema,
  priceType: z.enum(['oneTime', 'recurring', 'usage']),
  /** Roubles without VAT, for one unit. */
  unitPrice: unitPriceSchema,
  /** The unit: a service, 1 Mbit/s, 60 seconds. */
  unitOfMeasure: z.object({ amount: z.number(), units: z.string() }).optional(),
  /** Characteristic (a whole number) that the unit price is multiplied by. */
  multipliedBy: z.string().optional(),
  /** Values of characteristics that must all be given for the price to apply; empty if it always applies. */
  appliesTo: z.array(z.object({ name: z.string(), value: characteristicValueSchema })).default([]),
});

/**
 * An offering as it is stored: a published snapshot. It includes the characteristics of the specification version and the
 * prices, so that an order is validated and priced from this item alone; later versions take effect only when the
 * offering is published again (docs/adr/0003).
 */
export const offeringRecordSchema = z.object({
  schemaVersion: z.literal(1),
  version: z.int(),
  id: z.string(),
  name: textSchema,
  description: textSchema,
  lifecycleStatus: z.enum(['inDesign', 'active', 'retired']),
  isSellable: z.boolean(),
  lastUpdate: z.string(),
  validFor: z.object({ startDateTime: z.string().optional(), endDateTime: z.string().optional() }).optional(),
  categoryIds: z.array(z.string()),
  specification: z.object({ id: z.string(), version: z.string(), name: textSchema }),
  /** Characteristics of that version, narrowed by this offering. */
  characteristics: z.array(characteristicDefinitionSchema),
  /** The narrowing itself, for the next publication of the offering. */
  characteristicUses: z.array(characteristicUseSchema).default([]),
  prices: z.array(publishedPriceSchema),
  /** Working days from acceptance to delivery that the carrier promises. */
  deliveryWorkingDays: z.int().min(1).max(250),
  /** Whether an order has to include the place of delivery. */
  placeRequired: z.boolean(),
});

export type CharacteristicDefinition = z.infer<typeof characteristicDefinitionSchema>;
export type CharacteristicUse = z.infer<typeof characteristicUseSchema>;
export type Value = z.infer<typeof characteristicValueSchema>;
export type PublishedPrice = z.infer<typeof publishedPriceSchema>;
export type OfferingRecord = z.infer<typeof offeringRecordSchema>;

/** Key of an offering. */
export function offeringKey(offeringId: string): ItemKey {
  return { partition: Partition.ofCarrier(), sortKey: `OFFERING#${offeringId}` };
}
