import type * as z from 'zod';
import type { Problem } from '../errors.ts';
import { textSchema } from '../text-schema.ts';
import type { Text } from '../text.ts';

type Issue = z.core.$ZodIssue;

/** Where in a request a schema was applied; decides how a field is named. */
export type Place = 'body' | 'query';

/** Lists every invalid field with its pointer and what is valid, in every language. */
export function problemsOf(error: z.ZodError, place: Place, known: readonly string[] = []): Problem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return [{ pointer: pointerOf(place, issue.path), message: wordsOf(issue) }];
    return issue.keys.map((key) => ({
      pointer: pointerOf(place, [...issue.path, key]),
      message: unknownName(issue.path.length === 0 ? known : []),
    }));
  });
}

/** JSON Pointer (RFC 6901) into a body, or `?name` for a query parameter. */
export function pointerOf(place: Place, path: readonly PropertyKey[]): string {
  if (place === 'query') return `?${String(path[0] ?? '')}`;
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function unknownName(known: readonly string[]): Text {
  if (known.length === 0) return { ru: 'Такого атрибута здесь нет', en: 'There is no such attribute here' };
  const list = known.join(', ');
  return { ru: `Такого параметра нет; есть: ${list}`, en: `There is no such parameter; there are: ${list}` };
}

/** Message that says what is valid. */
function wordsOf(issue: Issue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? {
            ru: `Обязательно: ${typeNames[issue.expected]?.ru ?? issue.expected}`,
            en: `Required: ${typeNames[issue.expected]?.en ?? issue.expected}`,
          }
        : {
            ru: `Ожидается ${typeNames[issue.expected]?.ru ?? issue.expected}`,
            en: `Expected: ${typeNames[issue.expected]?.en ?? issue.expected}`,
          };
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { ru: `Одно из: ${values}`, en: `One of: ${values}` };
    }
    case 'too_small':
      return bounded(issue.origin, { ru: 'не меньше', en: 'at least' }, String(issue.minimum));
    case 'too_big':
      return bounded(issue.origin, { ru: 'не больше', en: 'at most' }, String(issue.maximum));
    case 'invalid_format': {
      const format = formatNames[issue.format];
      if (format !== undefined) return format;
      const pattern = issue.pattern ?? issue.format;
      return { ru: `Должно соответствовать шаблону ${pattern}`, en: `Must match ${pattern}` };
    }
    case 'not_multiple_of':
      return { ru: `Кратно ${issue.divisor}`, en: `A multiple of ${issue.divisor}` };
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
      return notValid;
    case 'custom':
      // Our own rules have their own messages.
      return textSchema.safeParse(issue.params?.['words']).data ?? notValid;
  }
}

const notValid: Text = { ru: 'Недопустимое значение', en: 'Invalid value' };

function bounded(origin: string, comparison: Text, bound: string): Text {
  const unit = units[origin];
  const ru = unit === undefined ? '' : `${unit.ru}: `;
  const en = unit === undefined ? '' : `${unit.en}: `;
  return { ru: `${ru}${comparison.ru} ${bound}`, en: `${en}${comparison.en} ${bound}` };
}

const units: Readonly<Record<string, Text>> = {
  string: { ru: 'Длина', en: 'Length' },
  array: { ru: 'Число элементов', en: 'Number of elements' },
};

const typeNames: Readonly<Record<string, Text>> = {
  string: { ru: 'строка', en: 'a string' },
  number: { ru: 'число', en: 'a number' },
  int: { ru: 'целое число', en: 'a whole number' },
  boolean: { ru: 'true или false', en: 'true or false' },
  object: { ru: 'объект', en: 'an object' },
  array: { ru: 'массив', en: 'an array' },
};

const formatNames: Readonly<Record<string, Text>> = {
  datetime: {
    ru: 'Дата и время ISO 8601 со смещением, например 2026-01-31T09:00:00+03:00',
    en: 'An ISO 8601 date and time with its offset, such as 2026-01-31T09:00:00+03:00',
  },
  date: { ru: 'Дата ISO 8601, например 2026-01-31', en: 'An ISO 8601 date, such as 2026-01-31' },
  email: { ru: 'Адрес электронной почты', en: 'An e-mail address' },
};
