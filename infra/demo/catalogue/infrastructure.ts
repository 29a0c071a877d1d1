import {
  both,
  dateOf,
  freeText,
  oneOf,
  oneOfNumbers,
  wholeNumber,
  yesOrNo,
} from './characteristic-makers.ts';
import { minimumTerm, pointsOfInterconnection, technicalContact } from './common-characteristics.ts';
import { offering, paidMonthly, paidOnce, specification } from './composition.ts';
import type { Family } from './family.ts';

const colocation = specification({
  id: 'colocation',
  name: both('Размещение оборудования', 'Colocation'),
  description: both(
    'Место в аппаратном зале узла связи, электропитание, кондиционирование, доступ персонала оператора',
    'Room in the equipment hall of a node, power, cooling, access for the operator’s staff',
  ),
  characteristics: [
    oneOf('node', both('Площадка', 'Site'), pointsOfInterconnection, { withoutDefault: true }),
    oneOf('space', both('Место', 'Space'), [
      ['unit', both('юниты в общей стойке', 'units of a shared rack')],
      ['rack', both('отдельная стойка 42U, 600 × 1000 мм', 'a rack of 42U, 600 × 1000 mm')],
    ]),
    wholeNumber(
      'units',
      both('Число юнитов', 'Rack units'),
      { unit: 'U', from: 1, to: 42 },
      { optional: true, configurable: true },
    ),
    wholeNumber(
      'racks',
      both('Число стоек', 'Racks'),
      { unit: 'rack', from: 1, to: 20 },
      { optional: true, configurable: true },
    ),
    oneOf('power', both('Электропитание', 'Power'), [
      ['-48V', both('−48 В постоянного тока', '−48 V DC')],
      ['230V', both('230 В переменного тока', '230 V AC')],
    ]),
    wholeNumber(
      'powerDemand',
      both('Потребляемая мощность', 'Power demand'),
      { unit: 'W', from: 50, to: 40_000 },
      { configurable: true },
    ),
    oneOf(
      'redundancy',
      both('Вводы питания', 'Power feeds'),
      [
        ['A', both('один (А)', 'one (A)')],
        ['A+B', both('два (А + Б)', 'two (A + B)')],
      ],
      { configurable: true },
    ),
    wholeNumber(
      'crossConnects',
      both('Соединительные линии до кросса', 'Cross-connects'),
      { unit: 'line', from: 1, to: 96 },
      { optional: true, configurable: true },
    ),
    oneOf(
      'access',
      both('Доступ персонала', 'Access of staff'),
      [
        ['onRequest', both('по заявке, в рабочее время', 'on request, in working hours')],
        ['always', both('круглосуточно, по списку', 'round the clock, by a list')],
      ],
      { configurable: true },
    ),
    freeText('equipment', both('Перечень оборудования', 'List of equipment'), {
      description: both(
        'Тип, изготовитель, размеры, масса; сертификаты — приложением к заявке',
        'Type, maker, dimensions, weight; certificates go with the order',
      ),
    }),
    dateOf('installationDate', both('Желаемая дата ввоза', 'Wished date of installation'), {
      optional: true,
    }),
    technicalContact,
  ],
});

const fibre = specification({
  id: 'dark-fibre',
  name: both('Тёмное оптическое волокно', 'Dark fibre'),
  description: both(
    'Аренда неактивного одномодового волокна между двумя оптическими кроссами',
    'Lease of unlit single-mode fibre between two optical frames',
  ),
  characteristics: [
    freeText('frameA', both('Кросс А: узел и порт', 'Frame A: node and port')),
    freeText('frameB', both('Кросс Б: узел и порт', 'Frame B: node and port')),
    oneOfNumbers('fibres', both('Число волокон', 'Fibres'), 'fibre', [2, 1, 4, 8], {}),
    wholeNumber('length', both('Длина трассы', 'Length of the route'), { unit: 'km', from: 1, to: 800 }),
    oneOf('fibreType', both('Тип волокна', 'Type of fibre'), [
      ['G.652.D', both('G.652.D', 'G.652.D')],
      ['G.655', both('G.655 (NZDSF)', 'G.655 (NZDSF)')],
    ]),
    oneOf('connector', both('Окончание', 'Connector'), [
      ['SC/APC', both('SC/APC', 'SC/APC')],
      ['LC/UPC', both('LC/UPC', 'LC/UPC')],
      ['FC/UPC', both('FC/UPC', 'FC/UPC')],
    ]),
    wholeNumber(
      'attenuation',
      both('Затухание на 1550 нм, не более', 'Attenuation at 1550 nm, at most'),
      { unit: 'dB', from: 1, to: 60 },
      { optional: true },
    ),
    yesOrNo('reflectogram', both('Рефлектограммы при сдаче', 'OTDR traces at handover'), { optional: true }),
    minimumTerm,
    technicalContact,
  ],
});

const duct = specification({
  id: 'cable-duct',
  name: both('Место в кабельной канализации', 'Room in a cable duct'),
  description: both(
    'Доступ к линейно-кабельным сооружениям для прокладки кабеля оператора',
    'Access to ducts and manholes for a cable of the operator',
  ),
  characteristics: [
    freeText('manholeA', both('Начальный колодец', 'First manhole')),
    freeText('manholeB', both('Конечный колодец', 'Last manhole')),
    wholeNumber('length', both('Длина участка', 'Length'), { unit: 'm', from: 10, to: 50_000 }),
    wholeNumber('diameter', both('Диаметр кабеля', 'Diameter of the cable'), { unit: 'mm', from: 5, to: 40 }),
    oneOf('cable', both('Кабель', 'Cable'), [
      ['optical', both('оптический', 'optical')],
      ['copper', both('медный', 'copper')],
    ]),
    yesOrNo('designIsReady', both('Проект прокладки согласован', 'The design is approved'), {
      optional: true,
    }),
    technicalContact,
  ],
});

const prices = {
  unit: paidMonthly('colocation-unit-month', both('Юнит в общей стойке', 'Unit of a shared rack'), '1450', {
    multipliedBy: 'units',
    unitOfMeasure: { amount: 1, units: 'U' },
  }),
  rack: paidMonthly('colocation-rack-month', both('Отдельная стойка', 'Rack'), '38000', {
    multipliedBy: 'racks',
    unitOfMeasure: { amount: 1, units: 'rack' },
  }),
  power: paidMonthly('colocation-power', both('Электропитание за 100 Вт', 'Power, per 100 W'), '1180', {
    multipliedBy: 'powerDemand',
    unitOfMeasure: { amount: 100, units: 'W' },
  }),
  crossConnect: paidMonthly(
    'colocation-cross-connect',
    both('Соединительная линия', 'Cross-connect'),
    '1900',
    {
      multipliedBy: 'crossConnects',
      unitOfMeasure: { amount: 1, units: 'line' },
    },
  ),
  secondFeed: paidMonthly(
    'colocation-second-feed',
    both('Второй ввод питания', 'Second power feed'),
    '4600',
    {
      appliesTo: { redundancy: 'A+B' },
    },
  ),
  installation: paidOnce(
    'colocation-installation',
    both('Подготовка места', 'Preparation of the space'),
    '12000',
  ),
  fibreSetUp: paidOnce('dark-fibre-set-up', both('Организация волокна', 'Set-up of the fibre'), '60000'),
  fibre: paidMonthly(
    'dark-fibre-kilometre',
    both('Волокно за 1 км трассы, пара', 'Fibre pair, per km of route'),
    '2350',
    {
      multipliedBy: 'length',
      unitOfMeasure: { amount: 1, units: 'km' },
      appliesTo: { fibres: 2 },
    },
  ),
  duct: paidMonthly(
    'cable-duct-metre',
    both('Место в канализации за 1 м', 'Room in a duct, per metre'),
    '2.85',
    {
      multipliedBy: 'length',
      unitOfMeasure: { amount: 1, units: 'm' },
    },
  ),
  ductPermit: paidOnce(
    'cable-duct-permit',
    both('Выдача технических условий', 'Technical conditions'),
    '8500',
  ),
};

/** Colocation space, power, fibre and ducts. */
export const infrastructure: Family = {
  specifications: [colocation, fibre, duct],
  prices: Object.values(prices),
  offerings: [
    offering({
      id: 'colocation-unit',
      name: both('Размещение оборудования в общей стойке', 'Colocation in a shared rack'),
      categoryIds: ['colocation'],
      specification: colocation,
      narrowed: { space: ['unit'], powerDemand: { to: 3000 } },
      mandatory: ['units'],
      prices: [prices.installation, prices.unit, prices.power, prices.crossConnect, prices.secondFeed],
      deliveryWorkingDays: 15,
    }),
    offering({
      id: 'colocation-rack',
      name: both('Размещение оборудования в отдельной стойке', 'Colocation in a rack of one’s own'),
      categoryIds: ['colocation'],
      specification: colocation,
      narrowed: { space: ['rack'] },
      mandatory: ['racks'],
      prices: [prices.installation, prices.rack, prices.power, prices.crossConnect, prices.secondFeed],
      deliveryWorkingDays: 25,
    }),
    offering({
      id: 'dark-fibre',
      name: both('Тёмное волокно', 'Dark fibre'),
      description: both(
        'Пара волокон — по цене за километр; другое число волокон — по отдельному расчёту',
        'A pair of fibres at a price per kilometre; other numbers are quoted individually',
      ),
      categoryIds: ['cables'],
      specification: fibre,
      prices: [prices.fibreSetUp, prices.fibre],
      deliveryWorkingDays: 40,
    }),
    offering({
      id: 'cable-duct',
      name: both('Место в кабельной канализации', 'Room in a cable duct'),
      categoryIds: ['cables'],
      specification: duct,
      prices: [prices.ductPermit, prices.duct],
      deliveryWorkingDays: 30,
    }),
  ],
};
