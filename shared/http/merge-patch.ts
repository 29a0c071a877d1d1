import * as z from 'zod';

/**
 * Schema of a JSON Merge Patch (RFC 7396) for an object that a client describes like this: every attribute can be left
 * out, what is optional can be removed with null, objects are merged, lists are replaced. Whether the whole is right
 * then, the merged object shows.
 */
export function mergePatchOf(input: z.ZodObject): z.ZodObject<Record<string, z.ZodType>> {
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
  return schema instanceof z.ZodObject ? mergePatchOf(schema) : schema;
}

/** Applies a JSON Merge Patch: null removes, objects are merged, everything else replaces. Source: RFC 7396, 2. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) result.delete(name);
    else if (value !== undefined) result.set(name, mergePatch(result.get(name), value));
  }
  return Object.fromEntries(result);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
