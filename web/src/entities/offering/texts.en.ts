import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: prices and characteristics. */
export const texts: TextsLike<typeof russian> = {
  offering: {
    characteristics: 'Characteristics',
    price: 'Price',
  },
  price: {
    oneTime: 'once',
    recurring: 'a month',
    usage: 'by usage',
    unit: 'per {{unit}}',
    withoutTax: 'Prices without VAT.',
    total: {
      oneTime: 'Once',
      recurring: 'Monthly',
      usage: 'By usage',
    },
    withTax: '{{amount}} with {{rate}} % VAT',
    multipliedBy: 'multiplied by “{{name}}”',
    where: '{{name}}: {{values}}',
  },
};
