import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the search. */
export const texts: TextsLike<typeof russian> = {
  what: 'Page, order number, own reference or name of a service',
  pages: 'Pages',
  nothing: 'Nothing found. By number, the latest hundred orders are searched.',
  failed: 'Orders and services cannot be searched now: no answer.',
  needsOperator: 'Choose an operator first to search orders and services.',
  ordersOfOperator: 'Orders of the operator',
};
