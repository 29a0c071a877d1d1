import { both, freeText, oneOf, oneOfNumbers, wholeNumber, yesOrNo } from './characteristic-makers.ts';
import {
  availability,
  ethernetInterfaces,
  minimumTerm,
  restorationTime,
  technicalContact,
  timeDivisionInterfaces,
} from './common-characteristics.ts';
import { offering, paidMonthly, paidOnce, specification } from './composition.ts';
import type { Family } from './family.ts';

/** Monthly price of a line in roubles, by its capacity in Mbit/s. */
const monthly = new Map([
  [2, '9800'],
  [10, '14500'],
  [50, '23900'],
  [100, '31500'],
  [155, '42000'],
  [622, '78500'],
  [1000, '96000'],
  [2500, '168000'],
  [10_000, '312000'],
  [100_000, '1480000'],
]);

const capacities = [
  [2, both('2 Мбит/с (E1)', '2 Mbit/s (E1)')],
  [10, both('10 Мбит/с', '10 Mbit/s')],
  [50, both('50 Мбит/с', '50 Mbit/s')],
  [100, both('100 Мбит/с', '100 Mbit/s')],
  [155, both('155 Мбит/с (STM-1)', '155 Mbit/s (STM-1)')],
  [622, both('622 Мбит/с (STM-4)', '622 Mbit/s (STM-4)')],
  [1000, both('1 Гбит/с', '1 Gbit/s')],
  [2500, both('2,5 Гбит/с (STM-16)', '2.5 Gbit/s (STM-16)')],
  [10_000, both('10 Гбит/с', '10 Gbit/s')],
  [100_000, both('100 Гбит/с', '100 Gbit/s')],
] as const;

const interfaces = [...ethernetInterfaces, ...timeDivisionInterfaces];

const endPoint = (name: string, ru: string, en: string) =>
  freeText(name, both(ru, en), {
    description: both(
      'Адрес, помещение, стойка: «Самара, ул. Красноармейская, 17, ЛАЦ, ряд 4, место 12»',
      'Address, room, rack: “Samara, Krasnoarmeyskaya St 17, hall, row 4, place 12”',
    ),
  });

const line = specification({
  id: 'leased-line',
  name: both('Канал связи', 'Leased line'),
  description: both(
    'Некоммутируемый цифровой канал между двумя точками, с постоянной пропускной способностью',
    'A permanent digital line between two points, of constant capacity',
  ),
  characteristics: [
    oneOfNumbers('bandwidth', both('Пропускная способность', 'Capacity'), 'Mbit/s', capacities, {
      configurable: true,
      withoutDefault: true,
    }),
    oneOf('technology', both('Технология', 'Technology'), [
      ['ethernet', both('Ethernet (EoMPLS, EoSDH)', 'Ethernet (EoMPLS, EoSDH)')],
      ['sdh', both('SDH (СЦИ)', 'SDH')],
      ['otn', both('OTN/DWDM', 'OTN/DWDM')],
    ]),
    endPoint('endPointA', 'Точка А', 'End point A'),
    endPoint('endPointB', 'Точка Б', 'End point B'),
    oneOf('interfaceA', both('Интерфейс в точке А', 'Interface at end point A'), interfaces),
    oneOf('interfaceB', both('Интерфейс в точке Б', 'Interface at end point B'), interfaces),
    oneOf(
      'protection',
      both('Резервирование', 'Protection'),
      [
        ['none', both('нет', 'none')],
        ['linear', both('линейное 1+1 (MSP, SNCP)', 'linear 1+1 (MSP, SNCP)')],
        ['diverse', both('по географически разнесённой трассе', 'by a diverse route')],
      ],
      { configurable: true },
    ),
    availability,
    restorationTime,
    wholeNumber(
      'delay',
      both('Задержка, не более', 'Delay, at most'),
      { unit: 'ms', from: 1, to: 300 },
      {
        optional: true,
        description: both('В обе стороны, между точками А и Б', 'Round trip, between A and B'),
      },
    ),
    wholeNumber(
      'maximumFrame',
      both('Размер кадра (MTU)', 'Frame size (MTU)'),
      { unit: 'byte', from: 1500, to: 9600 },
      { optional: true, configurable: true, description: both('Для Ethernet', 'For Ethernet') },
    ),
    yesOrNo(
      'encryptionEquipment',
      both(
        'Оборудование шифрования оператора на канале',
        'The operator’s own encryption equipment on the line',
      ),
      { optional: true },
    ),
    minimumTerm,
    technicalContact,
  ],
});

const voiceFrequency = specification({
  id: 'voice-frequency-line',
  name: both('Канал тональной частоты', 'Voice-frequency line'),
  description: both('Аналоговый канал 0,3–3,4 кГц', 'An analogue line of 0.3–3.4 kHz'),
  characteristics: [
    endPoint('endPointA', 'Точка А', 'End point A'),
    endPoint('endPointB', 'Точка Б', 'End point B'),
    oneOf('wires', both('Окончание', 'Ending'), [
      ['fourWire', both('четырёхпроводное', 'four wires')],
      ['twoWire', both('двухпроводное', 'two wires')],
    ]),
  ],
});

const setUp = paidOnce('line-set-up', both('Организация канала', 'Set-up of the line'), '45000');
const setUpFast = paidOnce(
  'line-set-up-optical',
  both('Организация спектрального канала', 'Set-up of a wavelength'),
  '180000',
);
const protections = [
  paidMonthly(
    'line-protection-linear',
    both('Линейное резервирование 1+1', 'Linear protection 1+1'),
    '18500',
    {
      appliesTo: { protection: 'linear' },
    },
  ),
  paidMonthly('line-protection-diverse', both('Разнесённая трасса', 'Diverse route'), '39000', {
    appliesTo: { protection: 'diverse' },
  }),
];
const rents = capacities.map(([bandwidth, label]) =>
  paidMonthly(
    `line-${bandwidth}`,
    both(`Канал ${label.ru}`, `Line of ${label.en}`),
    monthly.get(bandwidth) ?? '0',
    { appliesTo: { bandwidth } },
  ),
);
const voiceRent = paidMonthly(
  'voice-frequency-line-month',
  both('Канал тональной частоты', 'Voice-frequency line'),
  '3150',
);

const isWavelength = (bandwidth: number) => bandwidth >= 10_000;
const rentsWhere = (isMeant: (bandwidth: number) => boolean) =>
  rents.filter((_, index) => isMeant(capacities[index]?.[0] ?? 0));

/** Point-to-point lines. */
export const leasedLines: Family = {
  specifications: [line, voiceFrequency],
  prices: [setUp, setUpFast, ...rents, ...protections, voiceRent],
  offerings: [
    offering({
      id: 'leased-line',
      name: both('Канал связи 2 Мбит/с — 10 Гбит/с', 'Leased line of 2 Mbit/s to 10 Gbit/s'),
      description: both(
        'Междугородный, зоновый или местный канал SDH или Ethernet. Организация — при наличии технической возможности в точках А и Б',
        'A long-distance, zonal or local line by SDH or Ethernet, where both end points can be reached',
      ),
      categoryIds: ['leased-lines'],
      specification: line,
      narrowed: {
        bandwidth: capacities.map(([bandwidth]) => bandwidth).filter((bandwidth) => bandwidth <= 10_000),
        technology: ['ethernet', 'sdh'],
      },
      prices: [setUp, ...rentsWhere((bandwidth) => bandwidth <= 10_000), ...protections],
      deliveryWorkingDays: 30,
    }),
    offering({
      id: 'wavelength',
      name: both('Спектральный канал 10 и 100 Гбит/с', 'Wavelength of 10 or 100 Gbit/s'),
      description: both(
        'Прозрачный канал OTN на сети DWDM между узлами магистральной сети',
        'A transparent OTN line over DWDM, between nodes of the backbone',
      ),
      categoryIds: ['leased-lines'],
      specification: line,
      narrowed: {
        bandwidth: [10_000, 100_000],
        technology: ['otn'],
        interfaceA: ['10GBASE-LR', '10GBASE-ER', '100GBASE-LR4'],
        interfaceB: ['10GBASE-LR', '10GBASE-ER', '100GBASE-LR4'],
      },
      prices: [setUpFast, ...rentsWhere(isWavelength), ...protections],
      deliveryWorkingDays: 60,
    }),
    offering({
      id: 'voice-frequency-line',
      name: both('Канал тональной частоты', 'Voice-frequency line'),
      description: both(
        'Новые каналы не организуются; действующие обслуживаются до отключения',
        'No new lines are set up; those that exist are kept until they are disconnected',
      ),
      lifecycleStatus: 'retired',
      categoryIds: ['leased-lines'],
      specification: voiceFrequency,
      prices: [voiceRent],
      deliveryWorkingDays: 30,
    }),
  ],
};
