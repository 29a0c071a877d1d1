/** Texts in Russian: the catalogue. */
export const texts = {
  yesOrNo: 'Да или нет',
  text: 'Услуги для операторов связи: присоединение, пропуск трафика, каналы, сети и размещение.',
  all: 'Все',
  emptyText: 'В этом разделе пока нет услуг.',
  fromMonthly: 'от {{amount}} в месяц',
  fromUsage: 'от {{amount}} за единицу',
  days_one: '{{count}} рабочий день',
  days_few: '{{count}} рабочих дня',
  days_many: '{{count}} рабочих дней',
  days_other: '{{count}} рабочего дня',
  version: 'версия {{version}}',
  order: 'Заказать',
  mandatory: 'обязательно',
} as const;
