import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../../shared/table/cursor.ts';
import { createIds } from '../../../../shared/table/ids.ts';
import { highest } from '../../../../shared/table/table.ts';

const bounds = { from: 'ORDER#', to: `ORDER#${highest}` };

it('leads back to the sort key that it was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.ulid(), (text, ulid) => {
      // What begins with the highest letter of all lies above the end of its list: no identifier does.
      fc.pre(text.isWellFormed() && !text.startsWith(highest));
      const sortKey = `ORDER#${text}#${ulid}`;
      expect(decodeCursor(encodeCursor(sortKey), bounds)).toBe(sortKey);
    }),
  );
});

it('refuses keys outside of its list', () => {
  fc.assert(
    fc.property(fc.base64String(), (cursor) => {
      fc.pre(!Buffer.from(cursor, 'base64url').toString('utf8').startsWith('ORDER#'));
      expect(() => decodeCursor(cursor, bounds)).toThrow(expect.objectContaining({ code: 'invalidRequest' }));
    }),
  );
});

it('refuses bytes that are no text', () => {
  const cursor = Buffer.concat([Buffer.from('ORDER#'), Buffer.from([0xff, 0xfe])]).toString('base64url');
  expect(() => decodeCursor(cursor, bounds)).toThrow();
});

it('ids increase, even if the clock stops or goes back', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 2 ** 41 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(moments, (times) => {
      const clock = times.values();
      const ids = createIds(() => new Date(clock.next().value ?? 0));
      const made = times.map(() => ids());
      expect(made).toEqual([...new Set(made)].toSorted());
    }),
  );
});
