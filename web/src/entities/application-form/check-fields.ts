import { applicationFormSchema } from '../../../../shared/application/application-form.ts';
import type { Language } from '../../../../shared/text.ts';
import { checkForm } from '../requisites/check-form.ts';
import type { ApplicationFields } from './fields.ts';
import { formOf } from './savable-form.ts';

/**
 * Everything that is missing or wrong in the fields, by the rules that the cabinet itself applies.
 *
 * @param required what is said of what is missing
 * @returns what would be right, by the JSON Pointer of the field
 */
export function checkFields(
  fields: ApplicationFields,
  language: Language,
  required: string,
): ReadonlyMap<string, string> {
  return checkForm(applicationFormSchema, formOf(fields), language, required);
}
