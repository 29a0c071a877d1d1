import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the portfolio page. */
export const texts: TextsLike<typeof russian> = {
  text: 'The operators you serve.',
  served: 'Active',
  suspended: 'Suspended',
  whatIsThere: 'Go to',
  ordersOf: 'Orders: {{name}}',
  servicesOf: 'Services: {{name}}',
  noOperatorsTitle: 'No operators yet',
  noOperatorsText: 'The carrier’s administrator assigns operators to a manager.',
  noSuchOperator: 'No such operator among yours.',
};
