import { describe, expect, it } from 'vitest';
import { filterOf } from '../../../../functions/services/product-filter.ts';
import { routes } from '../../../../functions/services/routes.ts';
import { productOf } from './product-fixture.ts';

const product = productOf('alfa', 1, {
  status: 'active',
  categoryIds: ['vpn', 'l2'],
  orderDate: '2026-01-10T09:00:00.000Z',
  startDate: '2026-02-01T09:00:00.000Z',
});

function accepts(query: Record<string, string>): boolean | undefined {
  return filterOf(routes.listProduct.query.parse(query))?.(product);
}

describe('a filter of services', () => {
  it('is absent if the query has no filters', () => {
    expect(filterOf(routes.listProduct.query.parse({ limit: '5', operatorId: 'alfa' }))).toBeUndefined();
  });

  it.each([
    [{ status: 'active' }, true],
    [{ status: 'suspended,active' }, true],
    [{ status: 'suspended' }, false],
    [{ productOfferingId: 'l2vpn' }, true],
    [{ productOfferingId: 'ip-transit' }, false],
    [{ productSpecificationId: 'vpn,transit' }, true],
    [{ categoryId: 'l2' }, true],
    [{ categoryId: 'l3' }, false],
    [{ placeId: 'msk-m9' }, true],
    [{ placeId: 'spb-m2' }, false],
    [{ placeName: 'УЛ. БУТЛЕРОВА, 7' }, true],
    [{ placeName: 'Невский' }, false],
    [{ 'orderDate.gte': '2026-01-10T12:00:00+03:00' }, true],
    [{ 'orderDate.gt': '2026-01-10T12:00:00+03:00' }, false],
    [{ 'orderDate.lte': '2026-01-10T09:00:00Z', 'startDate.gt': '2026-02-01' }, true],
    [{ 'startDate.lt': '2026-02-01' }, false],
    [{ status: 'active', placeId: 'spb-m2' }, false],
  ])('with %j accepts the service: %s', (query, expected) => {
    expect(accepts(query)).toBe(expected);
  });

  it('does not accept a service without the date that it filters by', () => {
    expect(accepts({ 'terminationDate.gt': '1970-01-01' })).toBe(false);
    expect(accepts({ 'terminationDate.lt': '2100-01-01' })).toBe(false);
  });
});
