import type { Problem } from '../../shared/errors.ts';
import type { CharacteristicDefinition } from '../../shared/offering/offering-record.ts';
import type { Language, Text } from '../../shared/text.ts';
import type {
  CharacteristicUseResource,
  SpecificationCharacteristic,
  SpecificationCharacteristicInput,
} from './contract/characteristic.ts';
import { describeValues, readValueSpecifications } from './value-specifications.ts';
import { optionalText } from './wording.ts';

/**
 * Reads a characteristic as a client defines it. Its texts are matched with the previous ones by name and value, so
 * that a list sent in one language preserves the other.
 *
 * @param pointer JSON Pointer to it in the request
 */
export function defineCharacteristic(
  input: SpecificationCharacteristicInput,
  previous: CharacteristicDefinition | undefined,
  text: (given: string, previous: Text | undefined) => Text,
  pointer: string,
): { definition: CharacteristicDefinition; problems: readonly Problem[] } {
  const { choices, from, to, unit, problems } = readValueSpecifications(
    input.productSpecCharacteristicValue ?? [],
    `${pointer}/productSpecCharacteristicValue`,
  );
  const definition: CharacteristicDefinition = {
    name: input.name,
    label: text(input.label, previous?.label),
    description: text(input.description ?? '', previous?.description),
    valueType: input.valueType,
    mandatory: input.minCardinality === 1,
    configurable: input.configurable ?? false,
    choices: choices.map(({ value, label, isDefault }) => ({
      value,
      label: text(label ?? String(value), previous?.choices.find((choice) => choice.value === value)?.label),
      isDefault: isDefault ?? false,
    })),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(unit === undefined ? {} : { unit }),
    ...(input.regex === undefined ? {} : { pattern: input.regex }),
  };
  return { definition, problems };
}

/** A characteristic of a specification. */
export function describeDefinition(
  definition: CharacteristicDefinition,
  language: Language,
): SpecificationCharacteristic {
  return {
    ...describeCommon(definition, language),
    ...(definition.pattern === undefined ? {} : { regex: definition.pattern }),
    ...describeValues(definition, language, 'withoutPattern'),
  };
}

/** A characteristic of an offering; here TMF puts the pattern among the values. */
export function describeUse(
  definition: CharacteristicDefinition,
  language: Language,
): CharacteristicUseResource {
  return {
    ...describeCommon(definition, language),
    ...describeValues(definition, language, 'withPattern'),
  };
}

function describeCommon(definition: CharacteristicDefinition, language: Language) {
  const { name, label, description, valueType, mandatory, configurable } = definition;
  return {
    name,
    label: label[language],
    ...optionalText('description', description[language]),
    valueType,
    configurable,
    minCardinality: mandatory ? 1 : 0,
    maxCardinality: 1,
  };
}
