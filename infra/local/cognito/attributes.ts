import { invalidParameter } from './errors.ts';
import type { AttributeDefinition } from './pool-properties.ts';
import type { Attributes } from './users.ts';

/** OpenID Connect's standard claims, which every pool has (developer guide, "Standard attributes"). */
export const standardAttributes = [
  'address',
  'birthdate',
  'email',
  'email_verified',
  'family_name',
  'gender',
  'given_name',
  'locale',
  'middle_name',
  'name',
  'nickname',
  'phone_number',
  'phone_number_verified',
  'picture',
  'preferred_username',
  'profile',
  'updated_at',
  'website',
  'zoneinfo',
];

/** One attribute in a request. */
export interface AttributeValue {
  readonly Name: string;
  readonly Value?: string | undefined;
}

export interface AttributeRules {
  readonly definitions: ReadonlyMap<string, AttributeDefinition>;
  /** A new user's attributes. @throws InvalidParameterException when they violate the schema */
  create(values: readonly AttributeValue[]): Attributes;
  /**
   * The attributes after a change; an empty value removes one. An immutable attribute can only be set when the user
   * is created, not even later if it was omitted. A new e-mail is unverified unless stated otherwise.
   * @throws InvalidParameterException when the change violates the schema
   */
  change(current: Attributes, values: readonly AttributeValue[]): Attributes;
  /** Required attributes that are missing. */
  findMissing(attributes: Attributes): string[];
}

/** The attribute rules of a pool's `Schema`. */
export function createAttributeRules(schema: readonly AttributeDefinition[]): AttributeRules {
  const definitions = new Map<string, AttributeDefinition>();
  for (const Name of standardAttributes)
    definitions.set(Name, { Name, AttributeDataType: 'String', Mutable: true, Required: false });
  for (const definition of schema) {
    const isStandard = standardAttributes.includes(definition.Name);
    // Defaults of the template: standard attributes are mutable, custom ones are not (CDK, `CustomAttributeConfig`).
    const { Mutable = isStandard } = definition;
    definitions.set(isStandard ? definition.Name : `custom:${definition.Name}`, { ...definition, Mutable });
  }
  const findMissing = (attributes: Attributes): string[] =>
    [...definitions]
      .filter(([name, definition]) => definition.Required && !attributes[name])
      .map(([name]) => name);
  return {
    definitions,
    findMissing,
    create: (values) => {
      const faults = values.map((value) => findFault(definitions, value)).filter((fault) => fault !== '');
      if (faults.length > 0)
        throw invalidParameter(`Attributes did not conform to the schema: ${faults.join('\n')}\n`);
      return withoutEmpty(values);
    },
    change: (current, values) => {
      const faults = values
        .map((value) =>
          definitions.get(value.Name)?.Mutable === false
            ? `${value.Name}: Attribute cannot be updated.`
            : findFault(definitions, value),
        )
        .filter((fault) => fault !== '');
      if (faults.length > 0) throw invalidParameter(faults.map((fault) => `user.${fault}\n`).join(''));
      const changed = Object.fromEntries(values.map(({ Name, Value }) => [Name, Value ?? '']));
      const unverified =
        changed['email'] !== undefined && changed['email'] !== current['email']
          ? { email_verified: 'false' }
          : {};
      const attributes = { ...current, ...unverified, ...changed };
      return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
    },
  };
}

function withoutEmpty(values: readonly AttributeValue[]): Attributes {
  return Object.fromEntries(
    values.flatMap(({ Name, Value }) => (Value === undefined || Value === '' ? [] : [[Name, Value]])),
  );
}

function findFault(definitions: ReadonlyMap<string, AttributeDefinition>, value: AttributeValue): string {
  const definition = definitions.get(value.Name);
  if (!definition) return `${value.Name}: Attribute does not exist in the schema.`;
  const text = value.Value ?? '';
  if (text === '') return '';
  if (value.Name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))
    return 'email: Invalid email address format.';
  const { MinLength = 0, MaxLength = 2048 } = definition.StringAttributeConstraints ?? {};
  if (text.length < MinLength) return `${value.Name}: String must be at least ${MinLength} characters long`;
  if (text.length > MaxLength) return `${value.Name}: String cannot be longer than ${MaxLength} characters`;
  return findNumberFault(definition, value.Name, text);
}

function findNumberFault(definition: AttributeDefinition, name: string, text: string): string {
  if (definition.AttributeDataType !== 'Number') return '';
  const number = Number(text);
  const { MinValue = -Infinity, MaxValue = Infinity } = definition.NumberAttributeConstraints ?? {};
  if (Number.isInteger(number) && number >= MinValue && number <= MaxValue) return '';
  return `${name}: Attribute is not a number within its bounds.`;
}
