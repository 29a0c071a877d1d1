import { expect, test } from 'vitest';
import { operatorInAddress } from '../../../../../web/src/features/search/operator-in-address.ts';

const id = 'alfa-01KDZ000000000000000PRDCT1'.slice(0, 31);

test('the operator is that of a pasted id, of the list, or of what is open, in this order', () => {
  const list = { pathname: '/orders', search: { operatorId: 'beta' } };
  expect(operatorInAddress(list, ` ${id} `)).toBe('alfa');
  expect(operatorInAddress(list, 'po-')).toBe('beta');
  expect(operatorInAddress({ pathname: `/services/${id}`, search: {} }, 'po-')).toBe('alfa');
});

test('where the address names no operator, there is none', () => {
  expect(operatorInAddress({ pathname: '/orders/new', search: {} }, 'po-')).toBeUndefined();
  expect(operatorInAddress({ pathname: '/catalog/leased-line', search: {} }, 'po-')).toBeUndefined();
});
