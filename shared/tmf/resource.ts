import * as z from 'zod';

/** Building blocks that several TM Forum APIs (release 4) share. Every object is closed. */

/**
 * A time: ISO 8601 with an offset, in a year from 1900 to 2199. Years with more digits or a sign would not sort correctly
 * as strings.
 */
export const dateTime = z.iso
  .datetime({ offset: true, abort: true })
  .refine((text) => /^(?:19|20|21)/.test(text), {
    params: { words: { ru: 'Год от 1900 до 2199', en: 'A year from 1900 to 2199' } },
  });

export const timePeriod = z
  .strictObject({
    startDateTime: dateTime.optional(),
    endDateTime: dateTime.optional(),
  })
  .meta({ id: 'TimePeriod' });

/** TMF `Money`: a JSON number of roubles, only in the API; stored and calculated as integer kopecks. */
export const money = z.strictObject({ unit: z.string(), value: z.number() }).meta({ id: 'Money' });

export const quantity = z.strictObject({ amount: z.number(), units: z.string() }).meta({ id: 'Quantity' });

/** Identifying attributes of a resource. */
export const identity = {
  id: z.string(),
  href: z.string(),
  '@type': z.string(),
  '@baseType': z.string().optional(),
};

/** A reference to a resource of another kind. */
export const reference = z
  .strictObject({
    id: z.string().min(1).max(100),
    href: z.string().max(500).optional(),
    name: z.string().max(300).optional(),
    '@type': z.string().max(100).optional(),
    '@referredType': z.string().max(100).optional(),
  })
  .meta({ id: 'Reference' });

export const relatedParty = z
  .strictObject({
    id: z.string().min(1).max(100),
    href: z.string().max(500).optional(),
    name: z.string().max(300).optional(),
    role: z.string().max(100).optional(),
    '@type': z.string().max(100).optional(),
    '@referredType': z.string().max(100),
  })
  .meta({ id: 'RelatedParty' });

/** A characteristic's value in orders and services. */
const characteristicValue = z.union([z.string().max(1000), z.number(), z.boolean()]);

export const characteristic = z.strictObject({
  name: z.string().min(1).max(100),
  valueType: z.string().max(50).optional(),
  value: characteristicValue,
  '@type': z.string().max(100).optional(),
});

/**
 * Attributes that the server manages. They are ignored on create, since TMF clients may send a resource that they have
 * read.
 */
export function ignored<N extends string>(...names: readonly N[]): Record<N, z.ZodOptional<z.ZodUnknown>>;
export function ignored(...names: readonly string[]): Record<string, z.ZodType> {
  return Object.fromEntries(names.map((name) => [name, z.unknown().optional().meta({ readOnly: true })]));
}
