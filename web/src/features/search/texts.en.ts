import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the search. */
export const texts: TextsLike<typeof russian> = {
  what: 'Page, order number, your reference or service name',
  pages: 'Pages',
  nothing: 'Nothing found. Search by number covers the latest hundred orders.',
  failed: 'Orders and services cannot be searched: the server is not responding.',
  needsOperator: 'To search orders and services, choose an operator first.',
  ordersOfOperator: 'Orders of the operator',
};
