import { BlockList, isIP } from 'node:net';
import { UnsupportedError } from '../template/errors.ts';

/** Whether an event matches. */
export type Matcher = (event: unknown) => boolean;
/** Whether a field matches: its values (several for a list), or none when the field is absent. */
type FieldMatcher = (values: readonly unknown[]) => boolean;
type Test = (value: unknown) => boolean;

/**
 * Compiles an event pattern of EventBridge; the filters of event source mappings use the same language. Source:
 * Amazon EventBridge User Guide, "Comparison operators for use in event patterns".
 * @throws {UnsupportedError} for an operator that is malformed or that EventBridge does not have
 */
export function compilePattern(pattern: unknown): Matcher {
  const tests = Object.entries(object(pattern)).map(([key, condition]): Matcher => {
    if (key === '$or') {
      const alternatives = list(condition).map(compilePattern);
      return (event) => alternatives.some((matches) => matches(event));
    }
    if (Array.isArray(condition)) {
      const matches = compileField(condition);
      return (event) => matches(valuesOf(memberOf(event, key)));
    }
    const matches = compilePattern(condition);
    // Conditions on the members of a list of objects must match within a single object.
    return (event) => {
      const member = memberOf(event, key);
      return Array.isArray(member) ? member.some((item) => matches(item)) : matches(member);
    };
  });
  return (event) => tests.every((test) => test(event));
}

function compileField(conditions: readonly unknown[]): FieldMatcher {
  const matchers = conditions.map((condition): FieldMatcher => {
    if (!isObject(condition)) return (values) => values.includes(condition);
    const [operator = '', argument] = only(condition);
    if (operator === 'exists') return (values) => values.length > 0 === argument;
    const test =
      operator === 'anything-but' ? not(compileExcluded(argument)) : compileOperator(operator, argument);
    return (values) => values.some(test);
  });
  return (values) => matchers.some((matches) => matches(values));
}

function compileOperator(operator: string, argument: unknown): Test {
  switch (operator) {
    case 'prefix':
      return compileAffix(argument, (value, affix) => value.startsWith(affix));
    case 'suffix':
      return compileAffix(argument, (value, affix) => value.endsWith(affix));
    case 'equals-ignore-case': {
      const prefixOrSuffix = text(argument).toLowerCase();
      return (value) => typeof value === 'string' && value.toLowerCase() === prefixOrSuffix;
    }
    case 'wildcard': {
      const expression = compileWildcard(text(argument));
      return (value) => typeof value === 'string' && expression.test(value);
    }
    case 'numeric':
      return compileNumeric(list(argument));
    case 'cidr':
      return compileAddressRange(text(argument));
    default:
      throw new UnsupportedError(`event patterns have no operator ${operator}`);
  }
}

/** Compiles the argument of `anything-but`: values, or one operator with one or several arguments. */
function compileExcluded(argument: unknown): Test {
  if (!isObject(argument)) {
    const excluded = Array.isArray(argument) ? list(argument) : [argument];
    return (value) => excluded.includes(value);
  }
  const [operator = '', operands] = only(argument);
  if (operator === 'numeric' || operator === 'cidr')
    throw new UnsupportedError(`event patterns have no anything-but ${operator}`);
  const tests = (Array.isArray(operands) ? list(operands) : [operands]).map((operand) =>
    compileOperator(operator, operand),
  );
  return (value) => tests.some((test) => test(value));
}

/** `prefix` and `suffix` take a text, or one that is compared ignoring case. */
function compileAffix(argument: unknown, matches: (value: string, affix: string) => boolean): Test {
  if (!isObject(argument)) {
    const affix = text(argument);
    return (value) => typeof value === 'string' && matches(value, affix);
  }
  const [operator, operand] = only(argument);
  if (operator !== 'equals-ignore-case')
    throw new UnsupportedError(`event patterns have no ${String(operator)} here`);
  const affix = text(operand).toLowerCase();
  return (value) => typeof value === 'string' && matches(value.toLowerCase(), affix);
}

/** `*` is any text; `\*` and `\\` are literal. */
function compileWildcard(pattern: string): RegExp {
  const source = pattern.replace(/\\[\\*]|\*|[.+?^${}()|[\]\\]/g, (token) => {
    if (token === '*') return '.*';
    return token.length === 2 ? token : `\\${token}`;
  });
  return new RegExp(`^${source}$`, 's');
}

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function compileNumeric(parts: readonly unknown[]): Test {
  const bounds: ((value: number) => boolean)[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const compare = comparisons[text(parts[index])];
    const bound = parts[index + 1];
    if (!compare || typeof bound !== 'number') throw malformed('numeric', parts);
    bounds.push((value) => compare(value, bound));
  }
  return (value) => typeof value === 'number' && bounds.every((holds) => holds(value));
}

function compileAddressRange(range: string): Test {
  const [network = '', prefix = ''] = range.split('/');
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(network) === 0 || !/^\d+$/.test(prefix)) throw malformed('cidr', range);
  const addresses = new BlockList();
  addresses.addSubnet(network, Number(prefix), family);
  return (value) =>
    typeof value === 'string' &&
    isIP(value) !== 0 &&
    addresses.check(value, isIP(value) === 6 ? 'ipv6' : 'ipv4');
}

function not(test: Test): Test {
  return (value) => !test(value);
}

/** The values of a field: those of a list, or the single one; objects do not count. */
function valuesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  return value === undefined || isObject(value) ? [] : [value];
}

function memberOf(owner: unknown, key: string): unknown {
  return isObject(owner) && Object.hasOwn(owner, key) ? owner[key] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function only(condition: Readonly<Record<string, unknown>>): readonly [string | undefined, unknown] {
  const entries = Object.entries(condition);
  if (entries.length !== 1) throw malformed('condition', condition);
  return entries[0] ?? [undefined, undefined];
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw malformed('pattern', value);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw malformed('list', value);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw malformed('text', value);
}

function malformed(what: string, value: unknown): UnsupportedError {
  return new UnsupportedError(`malformed ${what} in an event pattern: ${JSON.stringify(value)}`);
}
