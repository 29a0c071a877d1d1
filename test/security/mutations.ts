const ofEveryType: readonly unknown[] = [
  null,
  true,
  -1,
  'x',
  [],
  {},
  [[null]],
  { constructor: { prototype: { polluted: true } } },
];

const texts: readonly unknown[] = [
  '',
  'x'.repeat(20_000),
  '\u0000\u202e\u2028💥__proto__',
  '\ud800',
  '9999-12-31T23:59:59-23:59',
];

const numbers: readonly unknown[] = [0, 1.5, 1e300, -1e-300, Number.MAX_SAFE_INTEGER];

/** Values that the one there cannot be replaced by, or only with care; `undefined` takes it away. */
export function nastyValuesFor(value: unknown): readonly unknown[] {
  const own = typeof value === 'string' ? texts : typeof value === 'number' ? numbers : [];
  return [undefined, ...ofEveryType, ...own];
}

/** Texts of bodies that are wrong as a whole. */
export const nastyBodies: readonly string[] = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '1',
  'true',
  'NaN',
  '\ufeff{}',
  '{}{}',
  "{'a':1}",
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"a":1e400}',
  '{"\\ud800":1}',
  '['.repeat(50_000),
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`a${String(index)}`, 1]))),
  JSON.stringify({ ['~'.repeat(500_000)]: 1 }),
];

/** A way to a value within a body. */
export type Path = readonly (string | number)[];

/** Ways to everything within a value, itself first. */
export function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) {
    return [path, ...value.flatMap((child: unknown, index) => pathsIn(child, [...path, index]))];
  }
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, child]) => pathsIn(child, [...path, name]))];
}

/** The value at the end of a path. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((current, name) => (current as Record<string | number, unknown>)[name], value);
}

/** The value with something else at the end of the way; with `undefined`, with nothing there. */
export function replacedAt(value: unknown, [name, ...rest]: Path, replacement: unknown): unknown {
  if (name === undefined) return replacement;
  const child = replacedAt((value as Record<string | number, unknown>)[name], rest, replacement);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      index === name ? (child === undefined ? [] : [child]) : [item],
    );
  }
  return { ...(value as object), [name]: child };
}
