import { both, freeText, oneOf, oneOfNumbers, wholeNumber, yesOrNo } from './characteristic-makers.ts';
import {
  availability,
  ethernetInterfaces,
  minimumTerm,
  pointsOfInterconnection,
  technicalContact,
} from './common-characteristics.ts';
import { offering, paidMonthly, paidOnce, specification } from './composition.ts';
import type { Family } from './family.ts';

const transit = specification({
  id: 'ip-transit',
  name: both('IP-транзит', 'IP transit'),
  description: both(
    'Пропуск интернет-трафика оператора по протоколу BGP: полная таблица маршрутов IPv4 и IPv6',
    'Internet traffic of the operator by BGP: the full table of IPv4 and IPv6',
  ),
  characteristics: [
    oneOf('node', both('Узел включения', 'Node'), pointsOfInterconnection, { withoutDefault: true }),
    oneOf(
      'interface',
      both('Интерфейс порта', 'Port interface'),
      ethernetInterfaces.filter(([code]) => code !== '1000BASE-T'),
    ),
    wholeNumber(
      'committedRate',
      both('Гарантированная полоса (CIR)', 'Committed rate (CIR)'),
      { unit: 'Mbit/s', from: 100, to: 100_000 },
      { configurable: true },
    ),
    oneOf(
      'burst',
      both('Превышение полосы', 'Bursting'),
      [
        ['none', both('нет, полоса ограничена', 'none, the rate is limited')],
        [
          '95percentile',
          both('до скорости порта, по 95-му процентилю', 'up to the port, by the 95th percentile'),
        ],
      ],
      { configurable: true },
    ),
    freeText('autonomousSystem', both('Номер автономной системы', 'Number of the autonomous system'), {
      description: both('Зарегистрированный в RIPE NCC', 'As registered with RIPE NCC'),
      pattern: 'AS\\d{1,10}',
    }),
    freeText('asSet', both('Объект AS-SET', 'AS-SET object'), {
      optional: true,
      configurable: true,
      description: both('По нему строятся фильтры анонсов', 'Announcements are filtered by it'),
      pattern: 'AS-[A-Z0-9-]{2,40}',
    }),
    oneOf(
      'routes',
      both('Маршруты от нас', 'Routes from us'),
      [
        ['full', both('полная таблица (full view)', 'the full table (full view)')],
        ['default', both('только маршрут по умолчанию', 'the default route only')],
        [
          'domestic',
          both('российские сети и маршрут по умолчанию', 'Russian networks and the default route'),
        ],
      ],
      { configurable: true },
    ),
    yesOrNo('ipv6', both('Сессия BGP по IPv6', 'BGP session over IPv6'), {
      optional: true,
      configurable: true,
    }),
    yesOrNo('blackhole', both('Community blackhole (RFC 7999)', 'Blackhole community (RFC 7999)'), {
      optional: true,
      configurable: true,
    }),
    oneOfNumbers('holdTime', both('Таймер BGP hold', 'BGP hold timer'), 's', [180, 90, 30], {
      configurable: true,
    }),
    availability,
    minimumTerm,
    technicalContact,
  ],
});

const protection = specification({
  id: 'traffic-cleaning',
  name: both('Защита от DDoS-атак', 'Protection against DDoS attacks'),
  description: both(
    'Очистка трафика IP-транзита в центре фильтрации',
    'IP transit traffic is cleaned in a filtering centre',
  ),
  characteristics: [
    wholeNumber('cleanTraffic', both('Полоса очищенного трафика', 'Clean traffic'), {
      unit: 'Mbit/s',
      from: 100,
      to: 40_000,
    }),
    oneOf('activation', both('Включение', 'Activation'), [
      ['automatic', both('автоматическое', 'automatic')],
      ['onDemand', both('по обращению', 'on request')],
    ]),
  ],
});

const prices = {
  setUp: paidOnce(
    'ip-transit-set-up',
    both('Организация порта IP-транзита', 'Set-up of an IP transit port'),
    '25000',
  ),
  rate: paidMonthly('ip-transit-rate', both('IP-транзит за 1 Мбит/с', 'IP transit, per Mbit/s'), '21.5', {
    multipliedBy: 'committedRate',
    unitOfMeasure: { amount: 1, units: 'Mbit/s' },
  }),
  fast: paidMonthly('ip-transit-port-100g', both('Порт 100 Гбит/с', '100 Gbit/s port'), '85000', {
    appliesTo: { interface: '100GBASE-LR4' },
  }),
  cleaning: paidMonthly(
    'traffic-cleaning-rate',
    both('Очистка за 100 Мбит/с', 'Cleaning, per 100 Mbit/s'),
    '3200',
    {
      multipliedBy: 'cleanTraffic',
      unitOfMeasure: { amount: 100, units: 'Mbit/s' },
    },
  ),
};

/** Internet access for operators. */
export const internet: Family = {
  specifications: [transit, protection],
  prices: Object.values(prices),
  offerings: [
    offering({
      id: 'ip-transit',
      name: both('IP-транзит', 'IP transit'),
      categoryIds: ['internet'],
      specification: transit,
      prices: [prices.setUp, prices.rate, prices.fast],
      deliveryWorkingDays: 15,
    }),
    offering({
      id: 'traffic-cleaning',
      name: both('Защита от DDoS-атак для операторов', 'DDoS protection for operators'),
      lifecycleStatus: 'inDesign',
      categoryIds: ['internet'],
      specification: protection,
      prices: [prices.cleaning],
      deliveryWorkingDays: 10,
    }),
  ],
};
