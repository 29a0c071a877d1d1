import type { CharacteristicDefinition, Value } from '../../../shared/offering/offering-record.ts';
import type { Text } from '../../../shared/text.ts';

/** A text in both languages. */
export function both(ru: string, en: string): Text {
  return { ru, en };
}

/** Settings that differ from the usual ones. */
interface Options {
  readonly description?: Text;
  /** The characteristic may be omitted. */
  readonly optional?: true;
  /** It can be changed on a delivered service. */
  readonly configurable?: true;
}

/** A choice: its code and its label; the code is the label where there is none. */
type Choice = readonly [value: Value, label?: Text];

/** A choice from a list of texts; the first one is the default unless disabled. */
export function oneOf(
  name: string,
  label: Text,
  choices: readonly Choice[],
  options: Options & { readonly withoutDefault?: true } = {},
): CharacteristicDefinition {
  return { ...common(name, label, options), valueType: 'string', choices: choicesOf(choices, options) };
}

/** A choice from a list of whole numbers with a unit. */
export function oneOfNumbers(
  name: string,
  label: Text,
  unit: string,
  numbers: readonly (number | Choice)[],
  options: Options & { readonly withoutDefault?: true } = {},
): CharacteristicDefinition {
  const choices = numbers.map((choice): Choice => (typeof choice === 'number' ? [choice] : choice));
  return {
    ...common(name, label, options),
    valueType: 'integer',
    choices: choicesOf(choices, options),
    unit,
  };
}

/** A whole number in a range, with a unit. */
export function wholeNumber(
  name: string,
  label: Text,
  { unit, from, to }: { readonly unit?: string; readonly from: number; readonly to: number },
  options: Options = {},
): CharacteristicDefinition {
  return {
    ...common(name, label, options),
    valueType: 'integer',
    choices: [],
    from,
    to,
    ...(unit === undefined ? {} : { unit }),
  };
}

/** A text, optionally with a pattern. */
export function freeText(
  name: string,
  label: Text,
  options: Options & { readonly pattern?: string } = {},
): CharacteristicDefinition {
  const { pattern } = options;
  return {
    ...common(name, label, options),
    valueType: 'string',
    choices: [],
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** A yes/no choice. */
export function yesOrNo(name: string, label: Text, options: Options = {}): CharacteristicDefinition {
  return { ...common(name, label, options), valueType: 'boolean', choices: [] };
}

/** A calendar date. */
export function dateOf(name: string, label: Text, options: Options = {}): CharacteristicDefinition {
  return { ...common(name, label, options), valueType: 'date', choices: [] };
}

function common(name: string, label: Text, options: Options) {
  return {
    name,
    label,
    description: options.description ?? both('', ''),
    mandatory: options.optional !== true,
    configurable: options.configurable === true,
  };
}

function choicesOf(choices: readonly Choice[], options: { readonly withoutDefault?: true }) {
  return choices.map(([value, label], index) => ({
    value,
    label: label ?? both(String(value), String(value)),
    isDefault: index === 0 && options.withoutDefault !== true,
  }));
}
