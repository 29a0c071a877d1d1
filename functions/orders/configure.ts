import type { FieldChange } from '../../shared/history/field-change.ts';
import type { Problem } from '../../shared/errors.ts';
import { problemOfValue } from '../../shared/offering/characteristic-value.ts';
import type { CharacteristicDefinition } from '../../shared/offering/offering-record.ts';
import type { CharacteristicValue } from '../../shared/product/product-record.ts';

/** How to configure a service. */
interface ConfigurationRequest {
  /** The requested characteristics. */
  readonly given: readonly CharacteristicValue[];
  readonly definitions: readonly CharacteristicDefinition[];
  /** The service as it is; absent for a new one. */
  readonly before?: readonly CharacteristicValue[] | undefined;
  /** JSON Pointer of the list of characteristics. */
  readonly pointer: string;
}

export interface Configuration {
  /** All characteristics of the service, with defaults filled in. */
  readonly characteristics: CharacteristicValue[];
  readonly problems: readonly Problem[];
}

/**
 * Configures a service: checks the requested values against the definitions, keeps or defaults the others, and reports
 * every problem at once.
 */
export function configure({ given, definitions, before, pointer }: ConfigurationRequest): Configuration {
  const values = new Map((before ?? []).map(({ name, value }) => [name, value]));
  const problems: Problem[] = [];
  const named = new Set<string>();
  for (const [index, { name, value }] of given.entries()) {
    const at = `${pointer}/${index}`;
    const definition = definitions.find((candidate) => candidate.name === name);
    if (definition === undefined) problems.push(unknownName(`${at}/name`, definitions));
    else if (named.has(name)) problems.push(namedTwice(`${at}/name`));
    else if (before === undefined || values.get(name) !== value) {
      const wrong = problemOfValue(definition, value);
      if (wrong !== undefined) problems.push({ pointer: `${at}/value`, message: wrong });
      if (before !== undefined && !definition.configurable)
        problems.push(fixed(`${at}/value`, values.get(name)));
      values.set(name, value);
    }
    named.add(name);
  }
  for (const definition of definitions.filter(({ name }) => !values.has(name))) {
    const choice = definition.choices.find(({ isDefault }) => isDefault);
    // A delivered service gets no default for an optional characteristic.
    if (choice !== undefined && (before === undefined || definition.mandatory))
      values.set(definition.name, choice.value);
    else if (definition.mandatory) problems.push(missing(pointer, definition));
  }
  return { characteristics: inOrder(values, definitions), problems };
}

/** Characteristics whose value changes. */
export function changesBetween(
  before: readonly CharacteristicValue[],
  after: readonly CharacteristicValue[],
): readonly {
  name: string;
  from: CharacteristicValue['value'] | undefined;
  to: CharacteristicValue['value'];
}[] {
  return after.flatMap(({ name, value }) => {
    const from = before.find((candidate) => candidate.name === name)?.value;
    return from === value ? [] : [{ name, from, to: value }];
  });
}

/** A changed characteristic as a field change for a history event. */
export function characteristicChange({
  name,
  from,
  to,
}: {
  readonly name: string;
  readonly from: CharacteristicValue['value'] | undefined;
  readonly to: CharacteristicValue['value'] | undefined;
}): FieldChange {
  return {
    field: `productCharacteristic.${name}`,
    before: from === undefined ? undefined : String(from),
    after: to === undefined ? undefined : String(to),
  };
}

function inOrder(
  values: ReadonlyMap<string, CharacteristicValue['value']>,
  definitions: readonly CharacteristicDefinition[],
): CharacteristicValue[] {
  const names = new Set([...definitions.map(({ name }) => name), ...values.keys()]);
  return [...names].flatMap((name) => {
    const value = values.get(name);
    return value === undefined ? [] : [{ name, value }];
  });
}

function unknownName(pointer: string, definitions: readonly CharacteristicDefinition[]): Problem {
  const list = definitions.map(({ name }) => name).join(', ');
  return {
    pointer,
    message: {
      ru: `Такой характеристики нет; есть: ${list}`,
      en: `There is no such characteristic; there are: ${list}`,
    },
  };
}

function namedTwice(pointer: string): Problem {
  return {
    pointer,
    message: { ru: 'Характеристика указана дважды', en: 'The characteristic is listed twice' },
  };
}

function missing(pointer: string, { name, label }: CharacteristicDefinition): Problem {
  return {
    pointer,
    message: {
      ru: `Не хватает характеристики ${name} («${label.ru}»)`,
      en: `The characteristic ${name} (${label.en}) is missing`,
    },
  };
}

function fixed(pointer: string, value: CharacteristicValue['value'] | undefined): Problem {
  return {
    pointer,
    message:
      value === undefined
        ? {
            ru: 'У подключённой услуги эту характеристику задать нельзя',
            en: 'This characteristic of a delivered service cannot be set',
          }
        : {
            ru: `У подключённой услуги эта характеристика не меняется: ${String(value)}`,
            en: `This characteristic of a delivered service cannot be changed: ${String(value)}`,
          },
  };
}
