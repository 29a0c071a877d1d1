import { both, freeText, oneOf, oneOfNumbers, wholeNumber, yesOrNo } from './characteristic-makers.ts';
import {
  availability,
  ethernetInterfaces,
  minimumTerm,
  restorationTime,
  technicalContact,
} from './common-characteristics.ts';
import { offering, paidMonthly, paidOnce, specification } from './composition.ts';
import type { Family } from './family.ts';

const portInterface = oneOf(
  'interface',
  both('Интерфейс порта', 'Port interface'),
  ethernetInterfaces.slice(0, 4),
);

const bandwidth = wholeNumber(
  'bandwidth',
  both('Скорость порта', 'Port speed'),
  { unit: 'Mbit/s', from: 1, to: 10_000 },
  { configurable: true },
);

const outerTag = wholeNumber(
  'vlan',
  both('Метка VLAN (S-VLAN)', 'VLAN tag (S-VLAN)'),
  { from: 2, to: 4094 },
  { optional: true, configurable: true },
);

const maximumFrame = oneOfNumbers(
  'maximumFrame',
  both('Размер кадра (MTU)', 'Frame size (MTU)'),
  'byte',
  [1500, 1600, 9000],
  { configurable: true },
);

const layerTwo = specification({
  id: 'l2-vpn',
  name: both('Виртуальная частная сеть второго уровня (L2 VPN)', 'Layer 2 virtual private network (L2 VPN)'),
  description: both(
    'Объединение площадок в один сегмент Ethernet по сети IP/MPLS; заказывается по портам',
    'Sites joined into one Ethernet segment over IP/MPLS; ordered port by port',
  ),
  characteristics: [
    freeText('networkName', both('Имя сети (VPN-ID)', 'Name of the network (VPN-ID)'), {
      description: both(
        'Порты с одним именем соединяются друг с другом',
        'Ports with the same name reach each other',
      ),
      pattern: '[A-Za-z0-9-]{3,20}',
    }),
    oneOf('topology', both('Топология', 'Topology'), [
      ['E-LAN', both('каждый с каждым (VPLS, E-LAN)', 'any to any (VPLS, E-LAN)')],
      ['E-Line', both('точка — точка (VPWS, E-Line)', 'point to point (VPWS, E-Line)')],
      ['E-Tree', both('звезда (E-Tree)', 'hub and spoke (E-Tree)')],
    ]),
    portInterface,
    bandwidth,
    outerTag,
    yesOrNo(
      'transparentTags',
      both('Прозрачная передача меток (QinQ)', 'Tags carried transparently (QinQ)'),
      {
        optional: true,
        configurable: true,
      },
    ),
    wholeNumber(
      'addressLimit',
      both('Число MAC-адресов на порту', 'MAC addresses at the port'),
      { from: 1, to: 4000 },
      { optional: true, configurable: true },
    ),
    maximumFrame,
    availability,
    restorationTime,
    minimumTerm,
    technicalContact,
  ],
});

const layerThree = specification({
  id: 'l3-vpn',
  name: both('Виртуальная частная сеть третьего уровня (L3 VPN)', 'Layer 3 virtual private network (L3 VPN)'),
  description: both(
    'Объединение площадок по протоколу IP в сети MPLS, с классами обслуживания; заказывается по портам',
    'Sites joined by IP over MPLS, with classes of service; ordered port by port',
  ),
  characteristics: [
    freeText('networkName', both('Имя сети (VRF)', 'Name of the network (VRF)'), {
      pattern: '[A-Za-z0-9-]{3,20}',
    }),
    portInterface,
    bandwidth,
    oneOf(
      'serviceProfile',
      both('Профиль классов обслуживания', 'Profile of service classes'),
      [
        ['data', both('данные: 100 % Best Effort', 'data: 100 % best effort')],
        ['business', both('бизнес: 50 % Critical Data', 'business: 50 % critical data')],
        [
          'voice',
          both('голос: 30 % Real Time, 40 % Critical Data', 'voice: 30 % real time, 40 % critical data'),
        ],
      ],
      { configurable: true },
    ),
    oneOf('routing', both('Маршрутизация с сетью оператора', 'Routing with the operator’s network'), [
      ['bgp', both('BGP-4', 'BGP-4')],
      ['static', both('статическая', 'static')],
      ['ospf', both('OSPF', 'OSPF')],
    ]),
    freeText('autonomousSystem', both('Номер автономной системы', 'Number of the autonomous system'), {
      optional: true,
      description: both('Для BGP; частные номера допускаются', 'For BGP; private numbers are accepted'),
      pattern: 'AS\\d{1,10}',
    }),
    freeText('linkPrefix', both('Стыковая подсеть IPv4', 'IPv4 prefix of the link'), {
      optional: true,
      pattern: '\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}/3[01]',
    }),
    wholeNumber(
      'prefixLimit',
      both('Наибольшее число маршрутов', 'Routes, at most'),
      { from: 1, to: 5000 },
      { optional: true, configurable: true },
    ),
    outerTag,
    yesOrNo('multicast', both('Групповая передача (multicast)', 'Multicast'), {
      optional: true,
      configurable: true,
    }),
    availability,
    restorationTime,
    minimumTerm,
    technicalContact,
  ],
});

const perMegabit = { multipliedBy: 'bandwidth', unitOfMeasure: { amount: 1, units: 'Mbit/s' } };

const prices = {
  portSetUp: paidOnce('vpn-port-set-up', both('Организация порта', 'Set-up of a port'), '15000'),
  port: paidMonthly('vpn-port', both('Порт VPN', 'VPN port'), '4200'),
  layerTwo: paidMonthly(
    'l2vpn-bandwidth',
    both('Полоса L2 VPN за 1 Мбит/с', 'L2 VPN, per Mbit/s'),
    '58.5',
    perMegabit,
  ),
  layerThree: paidMonthly(
    'l3vpn-bandwidth',
    both('Полоса L3 VPN за 1 Мбит/с', 'L3 VPN, per Mbit/s'),
    '67',
    perMegabit,
  ),
  business: paidMonthly('l3vpn-profile-business', both('Профиль «бизнес»', 'Profile “business”'), '2900', {
    appliesTo: { serviceProfile: 'business' },
  }),
  voice: paidMonthly('l3vpn-profile-voice', both('Профиль «голос»', 'Profile “voice”'), '5400', {
    appliesTo: { serviceProfile: 'voice' },
  }),
  protected: paidMonthly(
    'vpn-availability-protected',
    both('Готовность 99,95 % с резервированием', 'Availability of 99.95 %, protected'),
    '9600',
    { appliesTo: { availability: '99.95' } },
  ),
};

/** Operators' own networks over the carrier's. */
export const privateNetworks: Family = {
  specifications: [layerTwo, layerThree],
  prices: Object.values(prices),
  offerings: [
    offering({
      id: 'l2vpn',
      name: both('Порт L2 VPN', 'L2 VPN port'),
      categoryIds: ['private-networks'],
      specification: layerTwo,
      prices: [prices.portSetUp, prices.port, prices.layerTwo, prices.protected],
      deliveryWorkingDays: 20,
      placeRequired: true,
    }),
    offering({
      id: 'l3vpn',
      name: both('Порт L3 VPN', 'L3 VPN port'),
      categoryIds: ['private-networks'],
      specification: layerThree,
      prices: [
        prices.portSetUp,
        prices.port,
        prices.layerThree,
        prices.business,
        prices.voice,
        prices.protected,
      ],
      deliveryWorkingDays: 20,
      placeRequired: true,
    }),
  ],
};
