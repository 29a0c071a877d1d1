import { beforeEach, describe, expect, it } from 'vitest';
import { extensions, tmfApis } from '../../shared/tmf/extensions.ts';
import { assertTmf, findTmfDefinitions } from './tmf.ts';

const category = {
  id: 'c1',
  href: '/tmf-api/productCatalogManagement/v4/category/c1',
  '@type': 'Category',
  name: 'Interconnection',
  lastUpdate: '2026-01-01T00:00:00Z',
};

describe('the closed copy of the TM Forum definitions', () => {
  const files = findTmfDefinitions();
  const reason =
    'missing' in files ? `responses are not compared with TMF's definitions: ${files.missing}` : '';
  if (reason !== '') console.warn(`SKIPPED: ${reason}`);
  beforeEach(({ skip }) => {
    skip(reason !== '', reason);
  });

  it('accepts a resource that keeps to them', () => {
    expect(() => {
      assertTmf('TMF620', 'Category', category);
    }).not.toThrow();
  });

  it.each([
    ['an attribute that TMF does not know and no list names', { colour: 'red' }, /colour/],
    ['an attribute of the wrong type', { isRoot: 'true' }, /boolean/],
    ['a time that is none', { lastUpdate: 'yesterday' }, /date-time/],
    ['null in place of an absent attribute', { description: null }, /string/],
    ['an unknown attribute of a nested object', { validFor: { from: 'x' } }, /validFor/],
    ['a reference that lacks what TMF requires', { subCategory: [{ name: 'x' }] }, /'id'/],
  ])('refuses %s', (_name, change, difference) => {
    expect(() => {
      assertTmf('TMF620', 'Category', { ...category, ...change });
    }).toThrow(difference);
  });

  it.each(['id', 'href', '@type'])('requires %s', (attribute) => {
    const rest = Object.entries(category).filter(([name]) => name !== attribute);
    expect(() => {
      assertTmf('TMF620', 'Category', Object.fromEntries(rest));
    }).toThrow(`'${attribute}'`);
  });

  it('accepts listed extensions only where they are listed', () => {
    const offering = { ...category, '@type': 'CabinetProductOffering', deliveryWorkingDays: 10 };
    expect(() => {
      assertTmf('TMF620', 'ProductOffering', offering);
    }).not.toThrow();
    expect(() => {
      assertTmf('TMF620', 'Category', { ...category, deliveryWorkingDays: 10 });
    }).toThrow('deliveryWorkingDays');
  });

  it('spells the last state of a product without the trailing blank', () => {
    const product = { id: '1', href: '/p/1', '@type': 'Product' };
    expect(() => {
      assertTmf('TMF637', 'Product', { ...product, status: 'aborted' });
    }).not.toThrow();
    expect(() => {
      assertTmf('TMF637', 'Product', { ...product, status: 'aborted ' });
    }).toThrow();
  });

  it.each(tmfApis)('can be made of %s, every listed extension among it', (api) => {
    for (const definition of Object.keys(extensions[api] ?? {})) {
      expect(() => {
        assertTmf(api, definition, 'no object at all');
      }).toThrow(`Not a ${definition}`);
    }
    expect(() => {
      assertTmf(api, 'Error', { '@type': 'CabinetError', code: 'notFound', reason: '', problem: [] });
    }).not.toThrow();
  });
});
