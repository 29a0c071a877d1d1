import type * as z from 'zod';
import { problemsOf } from '../../../../shared/http/problems.ts';
import type { Language } from '../../../../shared/text.ts';

/** Checks a form against its schema; blank fields are absent from the form. */
export function checkForm(
  schema: z.ZodType,
  form: unknown,
  language: Language,
  required: string,
): ReadonlyMap<string, string> {
  const { error } = schema.safeParse(form);
  if (error === undefined) return new Map();
  return new Map(
    problemsOf(error, 'body').map(({ pointer, message }) => [
      pointer,
      isThere(form, pointer) ? message[language] : required,
    ]),
  );
}

/** Whether the field of a pointer has a value. */
function isThere(form: unknown, pointer: string): boolean {
  let value = form;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) return false;
    value = new Map(Object.entries(value)).get(step);
  }
  return value !== undefined && !(Array.isArray(value) && value.length === 0);
}
