import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the catalogue. */
export const texts: TextsLike<typeof russian> = {
  yesOrNo: 'Yes or no',
  text: 'Services for telecom operators: interconnection, traffic, lines, networks and colocation.',
  all: 'All',
  emptyText: 'There are no services in this section yet.',
  fromMonthly: 'from {{amount}} per month',
  fromUsage: 'from {{amount}} per unit',
  days_one: '{{count}} working day',
  days_few: '{{count}} working days',
  days_many: '{{count}} working days',
  days_other: '{{count}} working days',
  version: 'version {{version}}',
  order: 'Order',
  mandatory: 'required',
};
