import { both, dateOf, freeText, oneOf, oneOfNumbers, wholeNumber } from './characteristic-makers.ts';
import { pointOfInterconnection, technicalContact } from './common-characteristics.ts';
import { offering, paidMonthly, paidOnce, specification } from './composition.ts';
import type { Family } from './family.ts';

const capacity = specification({
  id: 'numbering-capacity',
  name: both('Номерная ёмкость', 'Numbering capacity'),
  description: both(
    'Номера из ёмкости сети присоединения для абонентов оператора или введение ёмкости оператора на сети',
    'Numbers out of the carrier’s capacity for the operator’s subscribers, or the operator’s own capacity put into service',
  ),
  characteristics: [
    oneOf('codeType', both('Вид кода', 'Kind of code'), [
      ['ABC', both('ABC — географический', 'ABC, geographic')],
      ['DEF', both('DEF — негеографический', 'DEF, non-geographic')],
    ]),
    freeText('code', both('Код', 'Code'), {
      description: both('Три цифры, например 846 или 958', 'Three digits, such as 846 or 958'),
      pattern: '[3489]\\d{2}',
    }),
    freeText('rangeFrom', both('Начало диапазона', 'First number'), {
      description: both('Семь цифр, с нулями впереди', 'Seven digits, with leading zeros'),
      pattern: '\\d{7}',
    }),
    oneOfNumbers('quantity', both('Число номеров', 'Numbers'), 'number', [100, 1000, 10_000], {
      configurable: true,
    }),
    oneOf(
      'purpose',
      both('Назначение', 'Purpose'),
      [
        ['subscribers', both('абонентам местной телефонной связи', 'local telephone subscribers')],
        ['multichannel', both('серийный (многоканальный) номер', 'hunt group')],
        ['services', both('услуги и системы оператора', 'services and systems of the operator')],
      ],
      { configurable: true },
    ),
    pointOfInterconnection,
    freeText(
      'decision',
      both('Решение о выделении ресурса нумерации', 'Decision that assigned the resource'),
      {
        optional: true,
        description: both('Номер решения Роскомнадзора', 'Number of Roskomnadzor’s decision'),
      },
    ),
    dateOf('routingDate', both('Дата введения на сети', 'Date of putting into service'), { optional: true }),
    wholeNumber(
      'connectedShare',
      both('Занято номеров', 'Numbers in use'),
      { unit: '%', from: 0, to: 100 },
      { optional: true, configurable: true },
    ),
    technicalContact,
  ],
});

const prices = {
  assign: paidOnce(
    'numbering-assign',
    both('Назначение номеров, за 100', 'Assignment, per 100 numbers'),
    '9500',
    {
      multipliedBy: 'quantity',
      unitOfMeasure: { amount: 100, units: 'number' },
    },
  ),
  hold: paidMonthly('numbering-hold', both('Пользование номером', 'Use of a number'), '18.4', {
    multipliedBy: 'quantity',
    unitOfMeasure: { amount: 1, units: 'number' },
  }),
  routing: paidOnce(
    'numbering-routing',
    both('Введение ёмкости на сети, за 1000 номеров', 'Putting capacity into service, per 1000 numbers'),
    '22000',
    { multipliedBy: 'quantity', unitOfMeasure: { amount: 1000, units: 'number' } },
  ),
};

/** Numbers, assigned and activated. */
export const numbering: Family = {
  specifications: [capacity],
  prices: Object.values(prices),
  offerings: [
    offering({
      id: 'numbering-abc',
      name: both('Номера в коде ABC', 'Numbers of an ABC code'),
      description: both(
        'Городские номера из ёмкости сети присоединения для присоединённых на абонентском уровне',
        'Geographic numbers out of the carrier’s capacity, for who is interconnected at the subscriber level',
      ),
      categoryIds: ['numbering'],
      specification: capacity,
      narrowed: { codeType: ['ABC'], quantity: [100, 1000] },
      prices: [prices.assign, prices.hold],
      deliveryWorkingDays: 15,
    }),
    offering({
      id: 'numbering-routing',
      name: both('Введение номерной ёмкости оператора на сети', 'Operator’s own capacity put into service'),
      description: both(
        'Маршрутизация на сеть оператора диапазонов ABC и DEF, которые выделены ему решением Роскомнадзора',
        'ABC and DEF ranges that Roskomnadzor assigned to the operator are routed to its network',
      ),
      categoryIds: ['numbering'],
      specification: capacity,
      narrowed: { codeType: ['DEF', 'ABC'], quantity: [1000, 10_000] },
      prices: [prices.routing],
      deliveryWorkingDays: 20,
    }),
  ],
};
