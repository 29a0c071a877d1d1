/** Texts in Russian: prices and characteristics. */
export const texts = {
  offering: {
    characteristics: 'Характеристики',
    price: 'Цена',
  },
  price: {
    oneTime: 'разово',
    recurring: 'в месяц',
    usage: 'по трафику',
    unit: 'единица: {{unit}}',
    withoutTax: 'Цены без НДС.',
    total: {
      oneTime: 'Разово',
      recurring: 'В месяц',
      usage: 'По трафику',
    },
    withTax: '{{amount}} с НДС {{rate}} %',
    multipliedBy: 'умножается на «{{name}}»',
    where: '{{name}}: {{values}}',
  },
} as const;
