import { both, freeText, oneOf, oneOfNumbers } from './characteristic-makers.ts';

/** Nodes of the carrier where networks interconnect and services are handed over. */
export const pointsOfInterconnection = [
  ['MSK-M9', both('Москва, ММТС-9, ул. Бутлерова, 7', 'Moscow, MMTS-9, Butlerova St 7')],
  ['MSK-M10', both('Москва, ММТС-10, Сущёвский Вал, 26', 'Moscow, MMTS-10, Sushchyovsky Val 26')],
  ['SPB-B57', both('Санкт-Петербург, ул. Боровая, 57', 'Saint Petersburg, Borovaya St 57')],
  ['NNV-G1', both('Нижний Новгород, пл. Горького, 1', 'Nizhny Novgorod, Gorky Sq 1')],
  ['KZN-K10', both('Казань, ул. Кремлёвская, 10', 'Kazan, Kremlyovskaya St 10')],
  ['SMR-K17', both('Самара, ул. Красноармейская, 17', 'Samara, Krasnoarmeyskaya St 17')],
  ['EKB-L51', both('Екатеринбург, пр. Ленина, 51', 'Yekaterinburg, Lenin Ave 51')],
  ['NSK-L5', both('Новосибирск, ул. Ленина, 5', 'Novosibirsk, Lenin St 5')],
  ['RND-B47', both('Ростов-на-Дону, пр. Будённовский, 47', 'Rostov-on-Don, Budyonnovsky Ave 47')],
  ['KHV-P58', both('Хабаровск, ул. Пушкина, 58', 'Khabarovsk, Pushkin St 58')],
] as const;

export const pointOfInterconnection = oneOf(
  'pointOfInterconnection',
  both('Точка присоединения', 'Point of interconnection'),
  pointsOfInterconnection,
  {
    withoutDefault: true,
    description: both(
      'Узел связи, на котором сети соединяются физически',
      'The node where the networks are physically joined',
    ),
  },
);

/** Guaranteed availability per calendar month. */
export const availability = oneOf(
  'availability',
  both('Коэффициент готовности', 'Availability'),
  [
    ['99.50', both('99,50 % — стандартный', '99.50 %, standard')],
    ['99.90', both('99,90 % — повышенный', '99.90 %, enhanced')],
    ['99.95', both('99,95 % — с резервированием', '99.95 %, protected')],
  ],
  {
    configurable: true,
    description: both(
      'Доля календарного месяца, в течение которой услуга доступна; плановые работы не учитываются',
      'Share of the calendar month during which the service works, planned works aside',
    ),
  },
);

export const restorationTime = oneOfNumbers(
  'restorationTime',
  both('Время восстановления', 'Restoration time'),
  'h',
  [
    [8, both('не более 8 часов', '8 hours at most')],
    [4, both('не более 4 часов', '4 hours at most')],
    [24, both('не более 24 часов', '24 hours at most')],
  ],
  { configurable: true },
);

export const minimumTerm = oneOfNumbers(
  'minimumTerm',
  both('Минимальный срок', 'Minimum term'),
  'month',
  [
    [12, both('12 месяцев', '12 months')],
    [24, both('24 месяца', '24 months')],
    [36, both('36 месяцев', '36 months')],
  ],
  { description: both('Считается от начала оказания услуги', 'Counted from the start of the service') },
);

export const technicalContact = freeText(
  'technicalContact',
  both('Технический контакт', 'Technical contact'),
  {
    optional: true,
    configurable: true,
    description: both(
      'Круглосуточный телефон дежурной смены оператора',
      'Round-the-clock phone of the operator’s duty shift',
    ),
    pattern: '\\+7\\d{10}',
  },
);

/** Ethernet ports that operators hand over on. */
export const ethernetInterfaces = [
  ['1000BASE-LX', both('1000BASE-LX, одномод 1310 нм, LC', '1000BASE-LX, single mode 1310 nm, LC')],
  ['1000BASE-T', both('1000BASE-T, RJ-45', '1000BASE-T, RJ-45')],
  ['1000BASE-ZX', both('1000BASE-ZX, одномод 1550 нм, LC', '1000BASE-ZX, single mode 1550 nm, LC')],
  ['10GBASE-LR', both('10GBASE-LR, одномод 1310 нм, LC', '10GBASE-LR, single mode 1310 nm, LC')],
  ['10GBASE-ER', both('10GBASE-ER, одномод 1550 нм, LC', '10GBASE-ER, single mode 1550 nm, LC')],
  ['100GBASE-LR4', both('100GBASE-LR4, одномод, LC', '100GBASE-LR4, single mode, LC')],
] as const;

/** PDH and SDH ports. */
export const timeDivisionInterfaces = [
  ['E1-G.703-120', both('E1, G.703, 120 Ом симметричный', 'E1, G.703, 120 ohm balanced')],
  ['E1-G.703-75', both('E1, G.703, 75 Ом коаксиальный', 'E1, G.703, 75 ohm coaxial')],
  ['STM-1-S-1.1', both('STM-1, S-1.1, оптический', 'STM-1, S-1.1, optical')],
  ['STM-4-S-4.1', both('STM-4, S-4.1, оптический', 'STM-4, S-4.1, optical')],
] as const;
