import { origination, termination, transit } from './call-specifications.ts';
import { both } from './characteristic-makers.ts';
import { offering, paidByMinute } from './composition.ts';
import type { Family } from './family.ts';

const prices = {
  localNode: minute(
    'termination-local-node',
    'Местное завершение вызова на узле связи',
    'Local, at the node',
    '0.412',
    'localNode',
  ),
  localAdjacent: minute(
    'termination-local-adjacent',
    'Местное завершение вызова на смежном узле связи',
    'Local, at an adjacent node',
    '0.536',
    'localAdjacent',
  ),
  localNetwork: minute(
    'termination-local-network',
    'Местное завершение вызова на сети',
    'Local, anywhere in the network',
    '0.647',
    'localNetwork',
  ),
  zonal: paidByMinute(
    'termination-zonal-minute',
    both('Зоновое завершение вызова', 'Zonal termination'),
    '0.984',
  ),
  longDistance: paidByMinute(
    'termination-long-distance-minute',
    both('Междугородное завершение вызова', 'Long-distance termination'),
    '1.375',
  ),
  neighbours: abroad('neighbours', 'страны ближнего зарубежья', 'neighbouring countries', '9.84'),
  europe: abroad('europe', 'Европа', 'Europe', '4.275'),
  world: abroad('world', 'остальные страны', 'other countries', '14.6'),
  originationLocal: paidByMinute(
    'origination-local-minute',
    both('Местное инициирование вызова', 'Local origination'),
    '0.388',
  ),
  originationZonal: paidByMinute(
    'origination-zonal-minute',
    both('Зоновое инициирование вызова', 'Zonal origination'),
    '0.871',
  ),
  transitZonal: minute('transit-zonal-minute', 'Зоновый транзит вызова', 'Zonal transit', '0.452', 'zonal'),
  transitLocal: minute('transit-local-minute', 'Местный транзит вызова', 'Local transit', '0.296', 'local'),
  transitLongDistance: paidByMinute(
    'transit-long-distance-minute',
    both('Междугородный транзит вызова', 'Long-distance transit'),
    '0.793125',
  ),
};

function minute(id: string, ru: string, en: string, unitPrice: string, scope: string) {
  return paidByMinute(id, both(ru, en), unitPrice, { appliesTo: { scope } });
}

function abroad(destination: string, ru: string, en: string, unitPrice: string) {
  const name = both(`Международное завершение вызова: ${ru}`, `International termination: ${en}`);
  return paidByMinute(`termination-international-${destination}`, name, unitPrice, {
    appliesTo: { destination },
  });
}

/** Voice services between networks. */
export const calls: Family = {
  specifications: [termination, origination, transit],
  prices: Object.values(prices),
  offerings: [
    offering({
      id: 'termination-local',
      name: both('Местное завершение вызова', 'Local call termination'),
      description: both(
        'Завершение на номера географической зоны нумерации в пределах города или района',
        'To geographic numbers within a city or district',
      ),
      categoryIds: ['call-termination'],
      specification: termination,
      narrowed: { scope: ['localNode', 'localAdjacent', 'localNetwork'], destination: ['russia'] },
      prices: [prices.localNode, prices.localAdjacent, prices.localNetwork],
      deliveryWorkingDays: 10,
    }),
    offering({
      id: 'termination-zonal',
      name: both('Зоновое завершение вызова', 'Zonal call termination'),
      description: both(
        'Завершение на номера субъекта Федерации: географические (ABC) и негеографические (DEF)',
        'To numbers of a region of the Federation: geographic (ABC) and non-geographic (DEF)',
      ),
      categoryIds: ['call-termination'],
      specification: termination,
      narrowed: { scope: ['zonal'], destination: ['russia'] },
      prices: [prices.zonal],
      deliveryWorkingDays: 10,
    }),
    offering({
      id: 'termination-long-distance',
      name: both('Междугородное завершение вызова', 'Long-distance call termination'),
      description: both(
        'Завершение на номера других субъектов Федерации',
        'To numbers of other regions of the Federation',
      ),
      categoryIds: ['call-termination'],
      specification: termination,
      narrowed: { scope: ['longDistance'], destination: ['russia'] },
      prices: [prices.longDistance],
      deliveryWorkingDays: 15,
    }),
    offering({
      id: 'termination-international',
      name: both('Международное завершение вызова', 'International call termination'),
      description: both(
        'Завершение на номера сетей других государств',
        'To numbers of other countries’ networks',
      ),
      categoryIds: ['call-termination'],
      specification: termination,
      narrowed: {
        scope: ['international'],
        destination: ['neighbours', 'europe', 'world'],
        pointOfInterconnection: ['MSK-M9', 'MSK-M10', 'SPB-B57', 'KHV-P58'],
      },
      prices: [prices.neighbours, prices.europe, prices.world],
      deliveryWorkingDays: 20,
    }),
    offering({
      id: 'origination-local',
      name: both('Местное инициирование вызова', 'Local call origination'),
      categoryIds: ['call-origination'],
      specification: origination,
      narrowed: { scope: ['local'] },
      prices: [prices.originationLocal],
      deliveryWorkingDays: 10,
    }),
    offering({
      id: 'origination-zonal',
      name: both('Зоновое инициирование вызова', 'Zonal call origination'),
      categoryIds: ['call-origination'],
      specification: origination,
      narrowed: { scope: ['zonal'] },
      prices: [prices.originationZonal],
      deliveryWorkingDays: 10,
    }),
    offering({
      id: 'transit-zonal',
      name: both('Местный и зоновый транзит вызова', 'Local and zonal call transit'),
      categoryIds: ['call-transit'],
      specification: transit,
      narrowed: { scope: ['zonal', 'local'] },
      prices: [prices.transitZonal, prices.transitLocal],
      deliveryWorkingDays: 10,
    }),
    offering({
      id: 'transit-long-distance',
      name: both('Междугородный транзит вызова', 'Long-distance call transit'),
      categoryIds: ['call-transit'],
      specification: transit,
      narrowed: { scope: ['longDistance'] },
      prices: [prices.transitLongDistance],
      deliveryWorkingDays: 15,
    }),
  ],
};
