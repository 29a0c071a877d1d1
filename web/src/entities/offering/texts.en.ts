import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: prices and characteristics. */
export const texts: TextsLike<typeof russian> = {
  offering: {
    characteristics: 'Characteristics',
    price: 'Price',
  },
  price: {
    oneTime: 'one-time',
    recurring: 'per month',
    usage: 'by usage',
    unit: 'per {{unit}}',
    withoutTax: 'Prices exclude VAT.',
    total: {
      oneTime: 'One-time',
      recurring: 'Monthly',
      usage: 'By usage',
    },
    withTax: '{{amount}} incl. {{rate}} % VAT',
    multipliedBy: 'multiplied by “{{name}}”',
    where: '{{name}}: {{values}}',
  },
};
