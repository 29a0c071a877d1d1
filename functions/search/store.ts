import type { Scope } from '../../shared/auth/scope.ts';
import { productKey, productRecordSchema, type ProductRecord } from '../../shared/product/product-record.ts';
import { beginningWith } from '../../shared/table/page.ts';
import { Partition } from '../../shared/table/partition.ts';
import type { StoredItem } from '../../shared/table/item.ts';
import type { PageRequest, Table } from '../../shared/table/table.ts';
import { type FoundOrder, foundOrderSchema } from './found-order.ts';
import type { Question } from './question.ts';

/** Maximum number of results of each kind: as many as fit on a screen. */
const maxResults = 8;

/** How many of the newest orders are searched for a number, which no index serves (docs/adr/0040). */
const newestOrders = 100;

/** Search within a scope: at most five reads, however many orders and services an operator has. */
export class SearchStore {
  readonly #table: Table;
  readonly #scope: Scope;

  constructor(table: Table, scope: Scope) {
    this.#table = table;
    this.#scope = scope;
  }

  /**
   * Orders by id, number, or the beginning of the own reference.
   *
   * @throws OutsideScope
   */
  async orders(operatorId: string, { ulid, number, prefix }: Question): Promise<FoundOrder[]> {
    const partition = Partition.ofOperator(this.#scope, operatorId);
    const parse = (item: StoredItem) => foundOrderSchema.parse(item);
    if (ulid !== undefined) return this.#one({ partition, sortKey: `ORDER#${ulid}` }, parse);
    const [byReference, byNumber] = await Promise.all([
      this.#beginningWith({ index: 'byReference', key: `${partition.key}#ORDER` }, prefix),
      number === undefined ? [] : this.#byNumber(partition, number),
    ]);
    const named = byReference
      .map(parse)
      .filter((order) => !byNumber.some((item) => item['ulid'] === order.ulid));
    return [...byNumber.map(parse), ...named].slice(0, maxResults);
  }

  /**
   * Services by id, or the beginning of the own reference or of the name in either language.
   *
   * @throws OutsideScope
   */
  async products(operatorId: string, { ulid, prefix }: Question): Promise<ProductRecord[]> {
    const partition = Partition.ofOperator(this.#scope, operatorId);
    const parse = (item: StoredItem) => productRecordSchema.parse(item);
    if (ulid !== undefined) return this.#one(productKey(partition, ulid), parse);
    const key = `${partition.key}#PRODUCT`;
    const found = await Promise.all(
      productIndexesOf(prefix).map((index) => this.#beginningWith({ index, key }, prefix)),
    );
    // A service with the same name in both languages is found twice.
    const products = new Map(found.flat().map((item) => [item['ulid'], item]));
    return [...products.values()].slice(0, maxResults).map(parse);
  }

  async #one<Entity>(
    key: Parameters<Table['get']>[0],
    parse: (item: StoredItem) => Entity,
  ): Promise<Entity[]> {
    const item = await this.#table.get(key);
    return item === undefined ? [] : [parse(item)];
  }

  async #beginningWith(partition: PageRequest['partition'], prefix: string): Promise<readonly StoredItem[]> {
    const { items } = await this.#table.query({
      partition,
      ...beginningWith(prefix),
      newestFirst: false,
      limit: maxResults,
    });
    return items;
  }

  async #byNumber(partition: Partition, number: string): Promise<readonly StoredItem[]> {
    const { items } = await this.#table.query({
      partition,
      ...beginningWith('ORDER#'),
      newestFirst: true,
      limit: newestOrders,
    });
    return items.filter(({ ulid }) => typeof ulid === 'string' && ulid.endsWith(number));
  }
}

/**
 * The indexes in which services with this prefix are searched. The own reference comes first, as the most specific. No
 * English name contains a Russian letter, while a Russian one may begin with Latin letters: «IP-транзит».
 */
function productIndexesOf(prefix: string): readonly ('byReference' | 'byRussianName' | 'byEnglishName')[] {
  return /[а-яё]/.test(prefix)
    ? ['byReference', 'byRussianName']
    : ['byReference', 'byRussianName', 'byEnglishName'];
}
