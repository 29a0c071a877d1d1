import { expect, test } from 'vitest';
import { compileInputPath } from '../../../events/input-path.ts';

const event = { detail: { order: { item: [{ id: 'a' }, { id: 'b' }] }, 'detail-type': 'x' } };

test.each([
  [undefined, event],
  ['$', event],
  ['$.detail.order.item[1].id', 'b'],
  ["$.detail['detail-type']", 'x'],
  ['$.detail.missing.deep', undefined],
])('The path %s', (InputPath, expected) => {
  expect(compileInputPath({ InputPath })(event)).toEqual(expected);
});

test('A constant input replaces the event', () => {
  expect(compileInputPath({ Input: '{"run":"nightly"}' })(event)).toEqual({ run: 'nightly' });
});

test.each(['detail', '$..id', '$.a[*]'])('%s is refused', (InputPath) => {
  expect(() => compileInputPath({ InputPath })).toThrow('InputPath');
});
