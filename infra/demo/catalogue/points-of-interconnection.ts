import { both, dateOf, freeText, oneOf, wholeNumber, yesOrNo } from './characteristic-makers.ts';
import { pointOfInterconnection, technicalContact } from './common-characteristics.ts';
import { offering, paidMonthly, paidOnce, specification } from './composition.ts';
import type { Family } from './family.ts';

const pointOfInterconnectionSpecification = specification({
  id: 'point-of-interconnection',
  name: both('Точка присоединения', 'Point of interconnection'),
  description: both(
    'Организация и обслуживание точки присоединения сети оператора к сети связи общего пользования',
    'A point where the operator’s network joins the public network: set up and maintained',
  ),
  characteristics: [
    oneOf(
      'level',
      both('Уровень присоединения', 'Level of interconnection'),
      [
        ['subscriber', both('абонентский', 'subscriber')],
        ['local', both('местный', 'local')],
        ['zonal', both('зоновый', 'zonal')],
        ['longDistance', both('междугородный', 'long-distance')],
        ['international', both('международный', 'international')],
      ],
      { withoutDefault: true },
    ),
    pointOfInterconnection,
    oneOf('technology', both('Технология стыка', 'Technology of the joint'), [
      ['tdm', both('TDM, цифровые потоки E1', 'TDM, E1 streams')],
      ['ip', both('IP, по протоколу SIP', 'IP, by SIP')],
      ['both', both('TDM и IP', 'TDM and IP')],
    ]),
    oneOf('signalling', both('Сигнализация', 'Signalling'), [
      ['ISUP', both('ОКС-7, ISUP-R', 'SS7, ISUP-R')],
      ['EDSS1', both('EDSS1 (PRI, 30B+D)', 'EDSS1 (PRI, 30B+D)')],
      ['SIP', both('SIP (RFC 3261)', 'SIP (RFC 3261)')],
      ['SIP-I', both('SIP-I (Q.1912.5)', 'SIP-I (Q.1912.5)')],
    ]),
    wholeNumber(
      'e1Streams',
      both('Число потоков E1', 'E1 streams'),
      { unit: 'E1', from: 0, to: 63 },
      { configurable: true, description: both('0, если стык только IP', '0 where the joint is IP only') },
    ),
    wholeNumber(
      'sessions',
      both('Одновременных соединений', 'Simultaneous calls'),
      { unit: 'session', from: 0, to: 10000 },
      { configurable: true, description: both('0, если стык только TDM', '0 where the joint is TDM only') },
    ),
    oneOf(
      'codec',
      both('Основной кодек', 'Preferred codec'),
      [
        ['G.711A', both('G.711, A-закон', 'G.711, A-law')],
        ['G.729', both('G.729', 'G.729')],
      ],
      { optional: true, configurable: true, description: both('Для стыка IP', 'For IP') },
    ),
    freeText('pointCode', both('Код пункта сигнализации (SPC)', 'Signalling point code (SPC)'), {
      optional: true,
      description: both(
        'Код оператора в сети ОКС-7, выделенный Роскомнадзором; для ISUP',
        'The operator’s code in the SS7 network, as Roskomnadzor assigned it; for ISUP',
      ),
      pattern: '\\d{1,5}',
    }),
    freeText('signallingAddress', both('IP-адрес пограничного контроллера (SBC)', 'IP address of the SBC'), {
      optional: true,
      configurable: true,
      description: both('Для SIP и SIP-I', 'For SIP and SIP-I'),
      pattern: '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}',
    }),
    yesOrNo('redundantJoint', both('Резервный стык на другом узле', 'Second joint at another node'), {
      optional: true,
      configurable: true,
    }),
    dateOf('technicalConditionsDate', both('Дата технических условий', 'Date of the technical conditions'), {
      optional: true,
      description: both(
        'Если технические условия на присоединение уже выданы',
        'Where the technical conditions for interconnection were issued already',
      ),
    }),
    technicalContact,
  ],
});

type Level = 'subscriber' | 'local' | 'zonal' | 'longDistance' | 'international';

interface LevelTerms {
  readonly level: Level;
  readonly id: string;
  readonly words: readonly [ru: string, en: string];
  readonly about: readonly [ru: string, en: string];
  /** Roubles: setting up a stream, a stream per month, a simultaneous call per month. */
  readonly prices: readonly [setUp: string, stream: string, session: string];
  readonly signalling: readonly string[];
  readonly points?: readonly string[];
  readonly days: number;
}

const levels: readonly LevelTerms[] = [
  {
    level: 'subscriber',
    id: 'interconnection-subscriber',
    words: ['абонентском', 'subscriber'],
    about: [
      'Сеть оператора включается как абонентская, с номерами из ёмкости сети присоединения',
      'The operator’s network is joined like a subscriber’s, with numbers out of the carrier’s capacity',
    ],
    prices: ['38500', '4900', '72'],
    signalling: ['EDSS1', 'SIP'],
    days: 30,
  },
  {
    level: 'local',
    id: 'interconnection-local',
    words: ['местном', 'local'],
    about: [
      'Присоединение к сети местной телефонной связи на узлах города или района',
      'To the local telephone network, at the nodes of a city or district',
    ],
    prices: ['54000', '6200', '85'],
    signalling: ['ISUP', 'SIP-I', 'SIP'],
    days: 45,
  },
  {
    level: 'zonal',
    id: 'interconnection-zonal',
    words: ['зоновом', 'zonal'],
    about: [
      'Присоединение к сети зоновой телефонной связи в пределах субъекта Федерации',
      'To the zonal telephone network, within one region of the Federation',
    ],
    prices: ['67500', '7400', '96'],
    signalling: ['ISUP', 'SIP-I', 'SIP'],
    days: 45,
  },
  {
    level: 'longDistance',
    id: 'interconnection-long-distance',
    words: ['междугородном', 'long-distance'],
    about: [
      'Присоединение к узлам междугородной связи для пропуска вызовов между субъектами Федерации',
      'To the long-distance nodes, for calls between regions of the Federation',
    ],
    prices: ['92000', '9800', '118'],
    signalling: ['ISUP', 'SIP-I'],
    days: 60,
  },
  {
    level: 'international',
    id: 'interconnection-international',
    words: ['международном', 'international'],
    about: ['Присоединение к международным центрам коммутации', 'To the international switching centres'],
    prices: ['128000', '13500', '154'],
    signalling: ['ISUP', 'SIP-I'],
    points: ['MSK-M9', 'MSK-M10', 'SPB-B57', 'KHV-P58'],
    days: 90,
  },
];

const sold = levels.map(({ level, id, words, about, prices: [setUp, stream, session], ...terms }) => {
  const at = both(`на ${words[0]} уровне`, `at the ${words[1]} level`);
  const prices = [
    paidOnce(
      `${id}-set-up`,
      both(`Организация точки присоединения ${at.ru}, за поток E1`, `Set-up ${at.en}, per E1 stream`),
      setUp,
      { multipliedBy: 'e1Streams', unitOfMeasure: { amount: 1, units: 'E1' } },
    ),
    ...['ip', 'both'].map((technology) =>
      paidOnce(
        `${id}-set-up-${technology}`,
        both(`Организация точки присоединения ${at.ru}, стык IP`, `Set-up ${at.en}, IP`),
        setUp,
        { appliesTo: { technology } },
      ),
    ),
    paidMonthly(
      `${id}-stream`,
      both(`Обслуживание точки присоединения ${at.ru}, за поток E1`, `Maintenance ${at.en}, per E1 stream`),
      stream,
      { multipliedBy: 'e1Streams', unitOfMeasure: { amount: 1, units: 'E1' } },
    ),
    paidMonthly(
      `${id}-session`,
      both(
        `Обслуживание точки присоединения ${at.ru}, за одновременное соединение`,
        `Maintenance ${at.en}, per simultaneous call`,
      ),
      session,
      { multipliedBy: 'sessions', unitOfMeasure: { amount: 1, units: 'session' } },
    ),
  ];
  return {
    prices,
    offering: offering({
      id,
      name: both(`Присоединение ${at.ru}`, `Interconnection ${at.en}`),
      description: both(...about),
      categoryIds: ['points-of-interconnection'],
      specification: pointOfInterconnectionSpecification,
      narrowed: {
        level: [level],
        signalling: terms.signalling,
        ...(terms.points === undefined ? {} : { pointOfInterconnection: terms.points }),
      },
      prices,
      deliveryWorkingDays: terms.days,
    }),
  };
});

/** Interconnection, level by level. */
export const pointsOfInterconnection: Family = {
  specifications: [pointOfInterconnectionSpecification],
  prices: sold.flatMap(({ prices }) => prices),
  offerings: sold.map(({ offering: one }) => one),
};
