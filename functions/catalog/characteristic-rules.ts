import type { Problem } from '../../shared/errors.ts';
import type { CharacteristicDefinition } from '../../shared/offering/offering-record.ts';
import { problemOfValue } from '../../shared/offering/characteristic-value.ts';
import type { Text } from '../../shared/text.ts';
import { problemOfPattern } from './pattern.ts';

/**
 * Validates the characteristics of a specification beyond their schema.
 *
 * @param pointer JSON Pointer to their list in the request
 */
export function problemsOfDefinitions(
  definitions: readonly CharacteristicDefinition[],
  pointer: string,
): Problem[] {
  const names = definitions.map(({ name }) => name);
  return definitions.flatMap((definition, index) => {
    const at = `${pointer}/${index}`;
    const isRepeated = names.indexOf(definition.name) !== index;
    return [
      ...(isRepeated ? [{ pointer: `${at}/name`, message: words.repeatedName }] : []),
      ...problemsOfDefinition(definition, at),
    ];
  });
}

function problemsOfDefinition(definition: CharacteristicDefinition, at: string): Problem[] {
  const { valueType, choices, from, to, unit, pattern } = definition;
  const values = `${at}/productSpecCharacteristicValue`;
  const isNumber = valueType === 'integer' || valueType === 'number';
  const hasRange = from !== undefined || to !== undefined;
  const rules: readonly (readonly [boolean, string, Text])[] = [
    [hasRange && !isNumber, values, words.rangeOfNumbersOnly],
    [hasRange && choices.length > 0, values, words.rangeOrChoices],
    [from !== undefined && to !== undefined && from > to, values, words.emptyRange],
    [unit !== undefined && !isNumber, values, words.unitOfNumbersOnly],
    [choices.length > 0 && (valueType === 'boolean' || valueType === 'date'), values, words.noChoices],
    [choices.filter(({ isDefault }) => isDefault).length > 1, values, words.oneDefault],
    [pattern !== undefined && valueType !== 'string', `${at}/regex`, words.patternOfTextsOnly],
    [pattern !== undefined && choices.length > 0, `${at}/regex`, words.patternOrChoices],
  ];
  const wrongPattern = pattern === undefined ? undefined : problemOfPattern(pattern);
  return [
    ...rules.flatMap(([isBroken, pointer, message]) => (isBroken ? [{ pointer, message }] : [])),
    ...(wrongPattern === undefined ? [] : [{ pointer: `${at}/regex`, message: wrongPattern }]),
    ...problemsOfChoices(definition, values),
  ];
}

function problemsOfChoices(definition: CharacteristicDefinition, at: string): Problem[] {
  const values = definition.choices.map(({ value }) => value);
  const free = { ...definition, choices: [] };
  return values.flatMap((value, index) => {
    const message = values.indexOf(value) === index ? problemOfValue(free, value) : words.repeatedValue;
    return message === undefined ? [] : [{ pointer: `${at}/${index}/value`, message }];
  });
}

const words = {
  repeatedName: { ru: 'Такая характеристика уже есть', en: 'Another characteristic has this name' },
  repeatedValue: { ru: 'Такое значение уже есть', en: 'This value is already in the list' },
  rangeOfNumbersOnly: {
    ru: 'Диапазон может быть только у integer и number',
    en: 'Only integer and number have a range',
  },
  rangeOrChoices: { ru: 'Либо диапазон, либо перечень значений', en: 'Either a range or a list of values' },
  emptyRange: { ru: 'valueFrom не может быть больше valueTo', en: 'valueFrom must not exceed valueTo' },
  unitOfNumbersOnly: {
    ru: 'Единица измерения может быть только у integer и number',
    en: 'Only integer and number have a unit of measure',
  },
  noChoices: {
    ru: 'У boolean и date не может быть перечня значений',
    en: 'boolean and date have no list of values',
  },
  oneDefault: { ru: 'Значение по умолчанию может быть только одно', en: 'Only one value can be the default' },
  patternOfTextsOnly: { ru: 'Шаблон допустим только для string', en: 'Only a string can have a pattern' },
  patternOrChoices: {
    ru: 'Либо шаблон, либо перечень значений',
    en: 'Either a pattern or a list of values',
  },
} as const;
