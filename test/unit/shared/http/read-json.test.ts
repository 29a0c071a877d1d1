import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../shared/http/read-json.ts';
import { CabinetError } from '../../../../shared/errors.ts';

function pointersOf(text: string): readonly string[] | undefined {
  try {
    readJson(text);
    return undefined;
  } catch (error) {
    return error instanceof CabinetError ? error.details.problems?.map(({ pointer }) => pointer) : ['?'];
  }
}

function nested(depth: number): string {
  return `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
}

describe('a body', () => {
  it.each([
    '{"name":"Канал 😀","size":-0.5,"list":[1e-100,9007199254740991,0],"deep":{"deep":{}}}',
    '"\\ud83d\\ude00"',
    nested(32),
  ])('of I-JSON is read: %s', (text) => {
    expect(readJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['half of a surrogate pair', '{"a":{"b":["x","\\ud800"]}}', ['/a/b/1']],
    ['half of a surrogate pair in a name', '{"\\udc00":1}', ['/\ufffd']],
    ['a number that is too large to be exact', '{"a":9007199254740993}', ['/a']],
    ['a number that no double holds', '{"a":1e400}', ['/a']],
    ['a number that the table would not keep', '{"a":-1e-200}', ['/a']],
    ['a name that reaches a prototype', '{"a":[{"__proto__":{"b":1}}]}', ['/a/0/__proto__']],
    ['more than one of them', '{"a":1e300,"b":"\\udfff"}', ['/a', '/b']],
    ['values too deep in each other', nested(33), ['/a'.repeat(32)]],
  ])('is refused for %s', (_name, text, pointers) => {
    expect(pointersOf(text)).toEqual(pointers);
  });

  it('of half a million brackets is refused, and nothing overflows', () => {
    expect(pointersOf('['.repeat(500_000) + ']'.repeat(500_000))).toEqual(['/0'.repeat(32)]);
    expect(() => readJson('{"a":'.repeat(100_000))).toThrow('malformedJson');
  });

  it('wrong in a thousand places is answered with some of them', () => {
    expect(pointersOf(JSON.stringify(Array.from({ length: 1000 }, () => 1e300)))).toHaveLength(20);
  });
});
