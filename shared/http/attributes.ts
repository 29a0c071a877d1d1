import * as z from 'zod';

/** First-level attributes of a resource, or of the resources of a list. */
export function attributesOf(schema: z.ZodType | undefined): readonly string[] {
  if (schema instanceof z.ZodArray)
    return schema.element instanceof z.ZodType ? attributesOf(schema.element) : [];
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

/** Attributes that stay in a resource whatever `fields` names. */
const identity: readonly string[] = ['id', 'href', '@type', '@baseType'];

/**
 * Selects first-level attributes of a resource, or of every resource of a list.
 *
 * @param mode whether identifying attributes are always kept
 */
export function selectAttributes(
  body: unknown,
  fields: readonly string[],
  mode: 'andIdentity' | 'exactly',
): unknown {
  if (Array.isArray(body)) return body.map((item: unknown) => selectAttributes(item, fields, mode));
  if (typeof body !== 'object' || body === null) return body;
  const stays = (name: string) =>
    fields.includes(name) || (mode === 'andIdentity' && identity.includes(name));
  return Object.fromEntries(Object.entries(body).filter(([name]) => stays(name)));
}
