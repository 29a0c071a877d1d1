import * as z from 'zod';
import type { Text } from '../text.ts';
import type { CharacteristicDefinition, Value } from './offering-record.ts';

/** Maximum length of a text in characters. */
const maxTextLength = 1000;

/**
 * Validates a value of a characteristic.
 *
 * @returns what is valid; undefined if the value is
 */
export function problemOfValue(definition: CharacteristicDefinition, value: Value): Text | undefined {
  const { valueType, choices, unit } = definition;
  if (!hasType(valueType, value)) return typeNames[valueType];
  if (choices.length > 0) {
    if (choices.some((choice) => choice.value === value)) return undefined;
    const list = choices.map((choice) => String(choice.value)).join(', ');
    return { ru: `Одно из: ${list}`, en: `One of: ${list}` };
  }
  if (typeof value === 'number') return problemOfNumber(definition, value, unit);
  return typeof value === 'string' ? problemOfText(definition, value) : undefined;
}

function hasType(valueType: CharacteristicDefinition['valueType'], value: Value): boolean {
  switch (valueType) {
    case 'string':
      return typeof value === 'string';
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return z.iso.date().safeParse(value).success;
  }
}

function problemOfNumber(
  { from, to }: CharacteristicDefinition,
  value: number,
  unit: string | undefined,
): Text | undefined {
  const suffix = unit === undefined ? '' : ` ${unit}`;
  if (from !== undefined && value < from)
    return { ru: `Не меньше ${from}${suffix}`, en: `At least ${from}${suffix}` };
  if (to !== undefined && value > to) return { ru: `Не больше ${to}${suffix}`, en: `At most ${to}${suffix}` };
  return undefined;
}

function problemOfText({ pattern }: CharacteristicDefinition, value: string): Text | undefined {
  if (value.trim() === '') return { ru: 'Не может быть пустым', en: 'Cannot be empty' };
  if (value.length > maxTextLength)
    return { ru: `Не длиннее ${maxTextLength} знаков`, en: `${maxTextLength} characters at most` };
  if (pattern === undefined || anchored(pattern).test(value)) return undefined;
  return { ru: `Должно соответствовать шаблону ${pattern}`, en: `Must match ${pattern}` };
}

/** Anchors a pattern, so that it has to match the whole text. */
export function anchored(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}

const typeNames: Readonly<Record<CharacteristicDefinition['valueType'], Text>> = {
  string: { ru: 'Ожидается строка', en: 'Expected: a string' },
  integer: { ru: 'Ожидается целое число', en: 'Expected: a whole number' },
  number: { ru: 'Ожидается число', en: 'Expected: a number' },
  boolean: { ru: 'Ожидается true или false', en: 'Expected: true or false' },
  date: {
    ru: 'Ожидается дата ISO 8601, например 2026-01-31',
    en: 'Expected: an ISO 8601 date, such as 2026-01-31',
  },
};
