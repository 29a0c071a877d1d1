import { describe, expect, it } from 'vitest';
import { problemOfValue } from '../../../../shared/offering/characteristic-value.ts';
import {
  type CharacteristicDefinition,
  characteristicDefinitionSchema,
} from '../../../../shared/offering/offering-record.ts';

const text = { ru: 'Т', en: 'T' };

function definition(parts: Partial<CharacteristicDefinition>): CharacteristicDefinition {
  return characteristicDefinitionSchema.parse({
    name: 'x',
    label: text,
    description: text,
    valueType: 'string',
    mandatory: true,
    configurable: true,
    ...parts,
  });
}

describe('a value of a characteristic', () => {
  it.each([
    ['a whole number', { valueType: 'integer' }, 3],
    ['a bound itself', { valueType: 'integer', from: 1, to: 8 }, 8],
    ['a fraction', { valueType: 'number' }, 0.5],
    ['a calendar date', { valueType: 'date' }, '2026-02-28'],
    ['a choice', { choices: [{ value: 'a', label: text, isDefault: false }] }, 'a'],
    ['a text that matches as a whole', { pattern: 'AS\\d{1,10}' }, 'AS12389'],
  ] as const)('is right when it is %s', (_name, parts, value) => {
    expect(problemOfValue(definition(parts as Partial<CharacteristicDefinition>), value)).toBeUndefined();
  });

  it.each([
    ['a fraction of a whole number', { valueType: 'integer' }, 1.5, 'Expected: a whole number'],
    ['a number written as a text', { valueType: 'integer' }, '3', 'Expected: a whole number'],
    ['a number below the range', { valueType: 'integer', from: 2, unit: 'Mbit/s' }, 1, 'At least 2 Mbit/s'],
    ['a number above the range', { valueType: 'integer', to: 8 }, 9, 'At most 8'],
    ['a day that no calendar has', { valueType: 'date' }, '2026-02-30', 'such as 2026-01-31'],
    ['true as a text', { valueType: 'boolean' }, 'true', 'true or false'],
    ['no choice', { choices: [{ value: 'a', label: text, isDefault: false }] }, 'b', 'One of: a'],
    ['a text that matches in part', { pattern: 'AS\\d{1,10}' }, 'AS1 or so', 'Must match'],
    ['blank', {}, ' ', 'Cannot be empty'],
    ['endless', {}, 'x'.repeat(1001), '1000 characters'],
  ] as const)('is wrong when it is %s, and the answer says what is right', (_name, parts, value, words) => {
    expect(problemOfValue(definition(parts as Partial<CharacteristicDefinition>), value)?.en).toContain(
      words,
    );
  });
});
