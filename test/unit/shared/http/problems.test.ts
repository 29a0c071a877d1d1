import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { problemsOf } from '../../../../shared/http/problems.ts';
import { dateTime } from '../../../../shared/tmf/resource.ts';

const schema = z.strictObject({
  item: z.array(z.strictObject({ count: z.int().min(1).max(40), state: z.enum(['held', 'pending']) })).max(2),
  at: dateTime,
  'a/b~c': z.boolean(),
});

function problems(value: unknown) {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : problemsOf(parsed.error, 'body');
}

const right = { item: [{ count: 1, state: 'held' }], at: '2026-01-31T09:00:00+03:00', 'a/b~c': true };

describe('problemsOf', () => {
  it('is empty for a valid request', () => {
    expect(problems(right)).toEqual([]);
  });

  it.each([
    [{ ...right, item: [{ count: 41, state: 'held' }] }, '/item/0/count', 'at most 40', 'не больше 40'],
    [
      { ...right, item: [{ count: 'x', state: 'held' }] },
      '/item/0/count',
      'Expected: a number',
      'Ожидается число',
    ],
    [
      { ...right, item: [{ count: 1, state: 'lost' }] },
      '/item/0/state',
      'One of: held, pending',
      'Одно из: held, pending',
    ],
    [{ ...right, item: [{ state: 'held' }] }, '/item/0/count', 'Required: a number', 'Обязательно: число'],
    [
      { ...right, at: 'soon' },
      '/at',
      'such as 2026-01-31T09:00:00+03:00',
      'например 2026-01-31T09:00:00+03:00',
    ],
    [{ ...right, at: '9999-12-31T23:59:59-23:59' }, '/at', 'A year from 1900 to 2199', 'Год от 1900 до 2199'],
    [{ ...right, 'a/b~c': 1 }, '/a~1b~0c', 'true or false', 'true или false'],
    [{ ...right, extra: 1 }, '/extra', 'no such attribute', 'Такого атрибута здесь нет'],
  ])('names the field and what would be right: %j', (value, pointer, en, ru) => {
    const [problem, ...others] = problems(value);
    expect(others).toEqual([]);
    expect(problem?.pointer).toBe(pointer);
    expect(problem?.message.en).toContain(en);
    expect(problem?.message.ru).toContain(ru);
  });

  it('names every wrong field at once', () => {
    expect(problems({}).map(({ pointer }) => pointer)).toEqual(['/item', '/at', '/a~1b~0c']);
  });
});
