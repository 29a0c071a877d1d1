import * as z from 'zod';
import { lifecycleStatuses } from './entity.ts';

/** A merge patch of a resource that a client describes like this. */
export type Patch = Readonly<Record<string, unknown>>;

/**
 * Schema of a JSON Merge Patch (RFC 7396) for what a client may create: every attribute can be left out, what is
 * optional can be removed with null, objects are merged, lists are replaced. Whether the whole is right then, the
 * merged resource shows.
 */
export function patchOf(input: z.ZodObject): z.ZodObject<Record<string, z.ZodType>> {
  return objectPatch(input).extend({ lifecycleStatus: z.enum(lifecycleStatuses).optional() });
}

function objectPatch(input: z.ZodObject): z.ZodObject<Record<string, z.ZodType>> {
  const attributes: readonly [string, unknown][] = Object.entries(input.shape);
  return z.strictObject(
    Object.fromEntries(
      attributes.flatMap(([name, schema]) =>
        schema instanceof z.ZodType ? [[name, attributePatch(schema)]] : [],
      ),
    ),
  );
}

function attributePatch(schema: z.ZodType): z.ZodType {
  if (!(schema instanceof z.ZodOptional)) return merged(schema).optional();
  const present: unknown = schema.unwrap();
  if (present instanceof z.ZodUnknown) return schema;
  return present instanceof z.ZodType ? merged(present).nullable().optional() : schema;
}

function merged(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject ? objectPatch(schema) : schema;
}
