import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the rules of the service. */
export const texts: TextsLike<typeof russian> = {
  version: 'Version {{version}}, in force from {{date}}',
  print: 'Print',
  notInForce: 'This version is not in force',
  toInForce: 'Open the current version',
  others: 'Other versions',
};
