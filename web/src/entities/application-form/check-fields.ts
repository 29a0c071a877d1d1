import { applicationFormSchema } from '../../../../shared/application/application-form.ts';
import type { Language } from '../../../../shared/text.ts';
import { checkForm } from '../requisites/check-form.ts';
import type { ApplicationFields } from './fields.ts';
import { formOf } from './savable-form.ts';

/**
 * Checks the fields by the rules that the API applies.
 *
 * @param required message for a missing value
 * @returns messages by the JSON Pointer of the field
 */
export function checkFields(
  fields: ApplicationFields,
  language: Language,
  required: string,
): ReadonlyMap<string, string> {
  return checkForm(applicationFormSchema, formOf(fields), language, required);
}
