import type { CatalogRecord, CategoryRecord } from '../../../functions/catalog/records.ts';
import { both } from './characteristic-makers.ts';
import { entity } from './composition.ts';

type Row = readonly [id: string, ru: string, en: string, parentId?: string];

const rows: readonly Row[] = [
  ['interconnection', 'Присоединение сетей и пропуск трафика', 'Interconnection and traffic'],
  ['points-of-interconnection', 'Точки присоединения', 'Points of interconnection', 'interconnection'],
  ['call-termination', 'Завершение вызова', 'Call termination', 'interconnection'],
  ['call-origination', 'Инициирование вызова', 'Call origination', 'interconnection'],
  ['call-transit', 'Транзит вызова', 'Call transit', 'interconnection'],
  ['numbering', 'Номерная ёмкость', 'Numbering capacity', 'interconnection'],
  ['connectivity', 'Каналы и сети передачи данных', 'Lines and data networks'],
  ['leased-lines', 'Каналы связи', 'Leased lines', 'connectivity'],
  ['private-networks', 'Виртуальные частные сети', 'Virtual private networks', 'connectivity'],
  ['internet', 'Доступ в Интернет для операторов', 'Internet for operators', 'connectivity'],
  ['infrastructure', 'Инфраструктура', 'Infrastructure'],
  ['colocation', 'Размещение оборудования', 'Colocation', 'infrastructure'],
  ['cables', 'Волокно и кабельная канализация', 'Fibre and cable ducts', 'infrastructure'],
];

/** The category tree of the offerings. */
export const categories: readonly CategoryRecord[] = rows.map(([id, ru, en, parentId]) => ({
  ...entity({ id, name: both(ru, en) }),
  ...(parentId === undefined ? {} : { parentId }),
}));

/** The only catalog: everything that is sold to operators. */
export const catalog: CatalogRecord = {
  ...entity({
    id: 'operators',
    name: both('Услуги для операторов связи', 'Services for operators'),
    description: both(
      'Цены — в рублях без НДС. Тарификация вызовов — с первой секунды, расчётный период — календарный месяц',
      'Prices are in roubles without VAT. Calls are charged from the first second, by calendar month',
    ),
  }),
  categoryIds: categories.flatMap(({ id, parentId }) => (parentId === undefined ? [id] : [])),
};
