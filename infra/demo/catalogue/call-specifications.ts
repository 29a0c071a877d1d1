import { both, oneOf, wholeNumber } from './characteristic-makers.ts';
import { pointOfInterconnection, technicalContact } from './common-characteristics.ts';
import { specification } from './composition.ts';

const numberingFormat = oneOf('numberFormat', both('Формат номеров', 'Format of numbers'), [
  ['E.164', both('E.164, с кодом страны', 'E.164, with the country code')],
  ['national', both('национальный, 10 цифр', 'national, 10 digits')],
]);

const trunkGroup = oneOf('trunkGroupUse', both('Использование транк-группы', 'Use of the trunk group'), [
  ['incoming', both('входящая', 'incoming')],
  ['outgoing', both('исходящая', 'outgoing')],
  ['bothWays', both('двусторонняя', 'both ways')],
]);

const expectedTraffic = wholeNumber(
  'expectedTraffic',
  both('Ожидаемый трафик в месяц', 'Expected traffic a month'),
  { unit: 'min', from: 1000, to: 100_000_000 },
  {
    configurable: true,
    description: both('Для расчёта ёмкости транк-групп', 'Trunk groups are dimensioned by it'),
  },
);

const busyHourLoad = wholeNumber(
  'busyHourLoad',
  both('Нагрузка в ЧНН', 'Load in the busy hour'),
  { unit: 'Erl', from: 1, to: 10_000 },
  { optional: true, configurable: true },
);

const common = [
  pointOfInterconnection,
  trunkGroup,
  numberingFormat,
  expectedTraffic,
  busyHourLoad,
  technicalContact,
];

export const termination = specification({
  id: 'call-termination',
  name: both('Завершение вызова', 'Call termination'),
  description: both(
    'Пропуск трафика от точки присоединения до вызываемого абонента',
    'Conveyance of calls from the point of interconnection to the called subscriber',
  ),
  characteristics: [
    oneOf('scope', both('Завершение', 'Termination'), [
      ['localNode', both('местное на узле связи', 'local, at the node')],
      ['localAdjacent', both('местное на смежном узле связи', 'local, at an adjacent node')],
      ['localNetwork', both('местное на сети', 'local, anywhere in the network')],
      ['zonal', both('зоновое', 'zonal')],
      ['longDistance', both('междугородное', 'long-distance')],
      ['international', both('международное', 'international')],
    ]),
    oneOf(
      'destination',
      both('Направление', 'Destination'),
      [
        ['russia', both('Россия', 'Russia')],
        ['neighbours', both('страны ближнего зарубежья', 'neighbouring countries')],
        ['europe', both('Европа', 'Europe')],
        ['world', both('остальные страны', 'other countries')],
      ],
      { optional: true },
    ),
    ...common,
  ],
});

export const origination = specification({
  id: 'call-origination',
  name: both('Инициирование вызова', 'Call origination'),
  description: both(
    'Пропуск трафика от вызывающего абонента до точки присоединения: к услугам оператора и кодам доступа',
    'Conveyance of calls from the calling subscriber to the point of interconnection: to the operator’s services',
  ),
  characteristics: [
    oneOf('scope', both('Инициирование', 'Origination'), [
      ['local', both('местное', 'local')],
      ['zonal', both('зоновое', 'zonal')],
    ]),
    oneOf('accessCode', both('Код доступа', 'Access code'), [
      ['800', both('8-800, бесплатный вызов', '8-800, freephone')],
      ['801', both('8-801, автоматический вызов по карте', '8-801, calling cards')],
      ['carrierSelection', both('код выбора оператора', 'carrier selection code')],
      ['subscriberNumbers', both('номера абонентов оператора', 'numbers of the operator’s subscribers')],
    ]),
    ...common,
  ],
});

export const transit = specification({
  id: 'call-transit',
  name: both('Транзит вызова', 'Call transit'),
  description: both(
    'Пропуск трафика через сеть между двумя точками присоединения других операторов',
    'Conveyance of calls across the network between points of interconnection of other operators',
  ),
  characteristics: [
    oneOf('scope', both('Транзит', 'Transit'), [
      ['local', both('местный', 'local')],
      ['zonal', both('зоновый', 'zonal')],
      ['longDistance', both('междугородный', 'long-distance')],
    ]),
    oneOf('routing', both('Маршрутизация', 'Routing'), [
      ['matrix', both('по матрице маршрутизации', 'by the routing matrix')],
      ['prefix', both('по префиксу оператора', 'by the operator’s prefix')],
    ]),
    ...common,
  ],
});
