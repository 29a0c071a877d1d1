import { describe, expect, test } from 'vitest';
import { compilePattern } from '../../../events/pattern.ts';

const matches = (pattern: unknown, event: unknown) => compilePattern(pattern)(event);

describe('A field matches', () => {
  test.each([
    ['one of several values', ['a', 'b'], 'b', 'c'],
    ['a number', [7], 7, '7'],
    ['null', [null], null, undefined],
    ['empty text', [''], '', 'x'],
    ['a boolean', [true], true, false],
    ['one item of a list', ['b'], ['a', 'b'], ['a', 'c']],
    ['a prefix', [{ prefix: 'ord' }], 'order', 'Order'],
    ['a prefix of any case', [{ prefix: { 'equals-ignore-case': 'ORD' } }], 'oRder', 'disorder'],
    ['a suffix', [{ suffix: '.pdf' }], 'a.pdf', 'a.PDF'],
    ['a suffix of any case', [{ suffix: { 'equals-ignore-case': '.PDF' } }], 'a.pDf', 'a.pdf.exe'],
    ['text of any case', [{ 'equals-ignore-case': 'Alice' }], 'aLICE', 'alice '],
    ['a wildcard', [{ wildcard: 'OP#*/in/*' }], 'OP#1/in/', 'OP#1/out/'],
    ['a wildcard with an escaped star', [{ wildcard: String.raw`a\**` }], 'a*b', 'ab'],
    ['a wildcard of special characters', [{ wildcard: '(a).*' }], '(a).b', 'axb'],
    ['a number', [{ numeric: ['=', 3e2] }], 300, 301],
    ['a range of numbers', [{ numeric: ['>', 0, '<=', 5] }], 5, 0],
    ['an IPv4 network', [{ cidr: '10.0.0.0/24' }], '10.0.0.255', '10.0.1.0'],
    ['an IPv6 network', [{ cidr: '2001:db8::/32' }], '2001:db8::1', '2001:db9::1'],
    ['that it exists', [{ exists: true }], null, undefined],
    ['that it does not', [{ exists: false }], undefined, 0],
    ['anything but a value', [{ 'anything-but': 'a' }], 'b', 'a'],
    ['anything but several', [{ 'anything-but': ['a', 1] }], 2, 1],
    ['anything but, not a missing field', [{ 'anything-but': 'a' }], 'b', undefined],
    ['anything but, one item of a list', [{ 'anything-but': ['a'] }], ['a', 'b'], ['a']],
    ['anything but a prefix', [{ 'anything-but': { prefix: 'x-' } }], 'y', 'x-1'],
    ['anything but several prefixes', [{ 'anything-but': { prefix: ['x-', 'y-'] } }], 'z-1', 'y-1'],
    ['anything but a suffix', [{ 'anything-but': { suffix: ['.exe'] } }], 'a.pdf', 'a.exe'],
    ['anything but text of any case', [{ 'anything-but': { 'equals-ignore-case': ['A', 'B'] } }], 'c', 'b'],
    ['anything but a wildcard', [{ 'anything-but': { wildcard: '*/tmp/*' } }], 'a/b', 'a/tmp/b'],
    ['one of mixed conditions', ['x', { prefix: 'y' }, { numeric: ['<', 0] }], -1, 1],
  ])('%s', (_, condition, matching, other) => {
    expect(matches({ field: condition }, { field: matching })).toBe(true);
    expect(matches({ field: condition }, other === undefined ? {} : { field: other })).toBe(false);
  });
});

test('All fields have to match, nested ones too', () => {
  const pattern = { source: ['app'], detail: { state: ['held'], order: { id: [{ exists: true }] } } };
  expect(matches(pattern, { source: 'app', detail: { state: 'held', order: { id: '1' }, more: 1 } })).toBe(
    true,
  );
  expect(matches(pattern, { source: 'app', detail: { state: 'held', order: {} } })).toBe(false);
  expect(matches(pattern, { source: 'app', detail: 'text' })).toBe(false);
});

test('A nested field is missing if its parent is', () => {
  expect(matches({ detail: { order: { id: [{ exists: false }] } } }, { source: 'app' })).toBe(true);
});

test('An object is not a value', () => {
  expect(matches({ detail: [{ exists: true }] }, { detail: { a: 1 } })).toBe(false);
});

test('Conditions on a list of objects must match within a single object', () => {
  const pattern = { item: { state: ['held'], kind: ['add'] } };
  expect(matches(pattern, { item: [{ state: 'held', kind: 'add' }] })).toBe(true);
  expect(
    matches(pattern, {
      item: [
        { state: 'held', kind: 'x' },
        { state: 'y', kind: 'add' },
      ],
    }),
  ).toBe(false);
});

test('$or requires one of its alternatives and the other fields', () => {
  const pattern = { source: ['app'], $or: [{ detail: { a: [1] } }, { detail: { b: [2] } }] };
  expect(matches(pattern, { source: 'app', detail: { b: 2 } })).toBe(true);
  expect(matches(pattern, { source: 'app', detail: { a: 2, b: 1 } })).toBe(false);
  expect(matches(pattern, { source: 'other', detail: { a: 1 } })).toBe(false);
});

test('Names of the event’s prototype are not fields', () => {
  expect(matches({ constructor: [{ exists: true }] }, {})).toBe(false);
});

test.each([
  [{ a: [{ regex: 'x' }] }],
  [{ a: [{ numeric: ['~', 1] }] }],
  [{ a: [{ cidr: 'localhost' }] }],
  [{ a: [{ prefix: 1 }] }],
  [{ a: [{ prefix: 'x', suffix: 'y' }] }],
  [{ a: [{ 'anything-but': { cidr: '10.0.0.0/8' } }] }],
  [{ a: 'x' }],
])('%j is refused', (pattern) => {
  expect(() => compilePattern(pattern)).toThrow('event pattern');
});
