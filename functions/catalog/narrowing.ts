import type { Problem } from '../../shared/errors.ts';
import type { CharacteristicDefinition, CharacteristicUse } from '../../shared/offering/offering-record.ts';
import type { CharacteristicUseInput } from './contract/characteristic.ts';
import { readValueSpecifications } from './value-specifications.ts';

const pointer = '/prodSpecCharValueUse';

/** Reads how an offering narrows the characteristics of its specification. */
export function readUses(inputs: readonly CharacteristicUseInput[]): {
  readonly uses: readonly CharacteristicUse[];
  readonly problems: readonly Problem[];
} {
  const read = inputs.map((input, index) => {
    const { choices, from, to, problems } = readValueSpecifications(
      input.productSpecCharacteristicValue ?? [],
      `${pointer}/${index}/productSpecCharacteristicValue`,
    );
    const defaultValue = choices.find(({ isDefault }) => isDefault === true)?.value;
    const use: CharacteristicUse = {
      name: input.name,
      mandatory: input.minCardinality === 1,
      values: choices.map(({ value }) => value),
      ...(defaultValue === undefined ? {} : { defaultValue }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    return { use, problems };
  });
  return { uses: read.map(({ use }) => use), problems: read.flatMap(({ problems }) => problems) };
}

/** Writes them as create input. */
export function describeUses(uses: readonly CharacteristicUse[]): unknown[] {
  return uses.map(({ name, mandatory, values, defaultValue, from, to }) => ({
    name,
    minCardinality: mandatory ? 1 : 0,
    productSpecCharacteristicValue: [
      ...values.map((value) => ({ value, isDefault: value === defaultValue })),
      ...(from === undefined && to === undefined ? [] : [{ valueFrom: from, valueTo: to }]),
    ],
  }));
}

/**
 * The characteristics of a specification as an offering narrows them: fewer choices, a smaller range, an optional
 * characteristic made mandatory. Nothing can be widened.
 */
export function narrow(
  definitions: readonly CharacteristicDefinition[],
  uses: readonly CharacteristicUse[],
): { readonly characteristics: CharacteristicDefinition[]; readonly problems: readonly Problem[] } {
  const names = uses.map(({ name }) => name);
  const problems = uses.flatMap((use, index) => {
    const definition = definitions.find(({ name }) => name === use.name);
    const at = `${pointer}/${index}`;
    if (definition === undefined) return [{ pointer: `${at}/name`, message: words.unknown }];
    if (names.indexOf(use.name) !== index) return [{ pointer: `${at}/name`, message: words.repeated }];
    return problemsOfUse(definition, use, at);
  });
  const characteristics = definitions.map((definition) => {
    const use = uses.find(({ name }) => name === definition.name);
    return use === undefined ? definition : narrowOne(definition, use);
  });
  return { characteristics, problems };
}

function problemsOfUse(definition: CharacteristicDefinition, use: CharacteristicUse, at: string): Problem[] {
  const values = `${at}/productSpecCharacteristicValue`;
  const { from = -Infinity, to = Infinity, choices } = definition;
  const isWider = (bound: number | undefined) => bound !== undefined && (bound < from || bound > to);
  const isEmpty = use.from !== undefined && use.to !== undefined && use.from > use.to;
  const isRanged = use.from !== undefined || use.to !== undefined;
  const hasRange = definition.from !== undefined || definition.to !== undefined;
  return [
    ...use.values.flatMap((value, index) =>
      choices.some((choice) => choice.value === value)
        ? []
        : [{ pointer: `${values}/${index}/value`, message: words.noChoice }],
    ),
    ...(isWider(use.from) || isWider(use.to) || isEmpty || (isRanged && !hasRange)
      ? [{ pointer: values, message: words.widerRange }]
      : []),
  ];
}

function narrowOne(definition: CharacteristicDefinition, use: CharacteristicUse): CharacteristicDefinition {
  const left = definition.choices.filter(
    ({ value }) => use.values.length === 0 || use.values.includes(value),
  );
  return {
    ...definition,
    mandatory: definition.mandatory || use.mandatory,
    choices:
      use.defaultValue === undefined
        ? left
        : left.map((choice) => ({ ...choice, isDefault: choice.value === use.defaultValue })),
    ...(use.from === undefined ? {} : { from: use.from }),
    ...(use.to === undefined ? {} : { to: use.to }),
  };
}

const words = {
  unknown: {
    ru: 'У спецификации нет такой характеристики',
    en: 'The specification has no such characteristic',
  },
  repeated: { ru: 'Характеристика указана дважды', en: 'This characteristic is listed twice' },
  noChoice: {
    ru: 'У характеристики нет такого значения в перечне',
    en: 'The characteristic has no such value in its list',
  },
  widerRange: {
    ru: 'Диапазон должен лежать внутри диапазона спецификации',
    en: 'The range must be within the range of the specification',
  },
} as const;
