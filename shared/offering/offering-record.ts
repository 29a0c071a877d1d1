import * as z from 'zod';
import { unitPriceSchema } from '../money/decimal.ts';
import type { ItemKey } from '../table/table.ts';
import { Partition } from '../table/partition.ts';
import { textSchema } from '../text-schema.ts';

/** Types that a characteristic's value can have. `date` is an ISO 8601 calendar date. */
export const characteristicTypes = ['string', 'integer', 'number', 'boolean', 'date'] as const;

/** A value of a characteristic; a choice's is a stable code. */
const characteristicValueSchema = z.union([z.string(), z.number(), z.boolean()]);

/** A value that can be chosen, and what people read. */
const choiceSchema = z.object({
  value: characteristicValueSchema,
  label: textSchema,
  isDefault: z.boolean(),
});

/** What can be said about one property of a service, and what must. */
export const characteristicDefinitionSchema = z.object({
  /** Stable code; the name on the wire. */
  name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,49}$/),
  label: textSchema,
  description: textSchema,
  valueType: z.enum(characteristicTypes),
  mandatory: z.boolean(),
  /** Whether a delivered service can have it changed, by an order that modifies. */
  configurable: z.boolean(),
  choices: z.array(choiceSchema).default([]),
  /** Bounds of a number, inclusive, in `unit`. */
  from: z.int().optional(),
  to: z.int().optional(),
  /** Unit of a number: `Mbit/s`, `month`, `E1`. */
  unit: z.string().optional(),
  /** What the whole of a text has to match; the catalogue accepts none that a text could keep busy. */
  pattern: z.string().optional(),
});

/** How an offering narrows a characteristic of its specification. */
const characteristicUseSchema = z.object({
  name: z.string(),
  /** An optional characteristic becomes mandatory; never the reverse. */
  mandatory: z.boolean(),
  /** Which of the choices are left; all of them where none is named. */
  values: z.array(characteristicValueSchema).default([]),
  /** Which of them is the default, instead of the specification's. */
  defaultValue: characteristicValueSchema.optional(),
  from: z.int().optional(),
  to: z.int().optional(),
});

/** A price as it was published with an offering. */
export const publishedPriceSchema = z.object({
  id: z.string(),
  version: z.string(),
  name: textSchema,
  priceType: z.enum(['oneTime', 'recurring', 'usage']),
  /** Roubles without VAT, for one unit. */
  unitPrice: unitPriceSchema,
  /** What one unit is: a service, 1 Mbit/s, 60 seconds. */
  unitOfMeasure: z.object({ amount: z.number(), units: z.string() }).optional(),
  /** Characteristic (a whole number) that the unit price is multiplied by. */
  multipliedBy: z.string().optional(),
  /** Values of characteristics under which the price applies, all of them together; always where there are none. */
  appliesTo: z.array(z.object({ name: z.string(), value: characteristicValueSchema })).default([]),
});

/**
 * An offering as it is stored: a published snapshot. It holds the characteristics of the specification version and
 * the prices that it was published with, so that an order is validated and priced from this one item, and a later
 * version of either goes on sale only when the offering is published again (docs/adr/0003).
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
  /** Characteristics of that version, as this offering narrows them. */
  characteristics: z.array(characteristicDefinitionSchema),
  /** The narrowing itself, to be repeated when the offering is published again. */
  characteristicUses: z.array(characteristicUseSchema).default([]),
  prices: z.array(publishedPriceSchema),
  /** Working days from acceptance to delivery that the carrier promises. */
  deliveryWorkingDays: z.int().min(1).max(250),
  /** Whether an order has to say where the service is to be delivered. */
  placeRequired: z.boolean(),
});

export type CharacteristicDefinition = z.infer<typeof characteristicDefinitionSchema>;
export type CharacteristicUse = z.infer<typeof characteristicUseSchema>;
export type Value = z.infer<typeof characteristicValueSchema>;
export type PublishedPrice = z.infer<typeof publishedPriceSchema>;
export type OfferingRecord = z.infer<typeof offeringRecordSchema>;

/** Where an offering stands. */
export function offeringKey(offeringId: string): ItemKey {
  return { partition: Partition.ofCarrier(), sortKey: `OFFERING#${offeringId}` };
}
