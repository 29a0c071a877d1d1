import { UnresolvableError } from './errors.ts';

/** The references of one stack's intrinsic functions. */
export interface Scope {
  /** `Ref`: a parameter, a pseudo parameter or a resource. `noValue` for `AWS::NoValue`. */
  readonly reference: (name: string) => unknown;
  readonly attribute: (logicalId: string, attribute: string) => unknown;
  readonly importValue: (exportName: string) => unknown;
  /** `Fn::GetStackOutput`: an output of another stack, possibly in another region. */
  readonly stackOutput: (stackName: string, outputName: string) => unknown;
  readonly condition: (name: string) => boolean;
  readonly mapping: (name: string, key: string, secondKey: string) => unknown;
}

/** Represents `AWS::NoValue`; a property or item with it is omitted. */
export const noValue = Symbol('AWS::NoValue');

type Intrinsic = (argument: unknown, scope: Scope) => unknown;

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope) => scope.reference(text(argument)),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId = '', ...attribute] = Array.isArray(argument)
      ? argument.map((part) => text(evaluate(part, scope)))
      : text(argument).split('.');
    return scope.attribute(logicalId, attribute.join('.'));
  },
  'Fn::ImportValue': (argument, scope) => scope.importValue(text(evaluate(argument, scope))),
  'Fn::GetStackOutput': (argument, scope) => {
    const { StackName, OutputName } = isObject(argument) ? argument : {};
    return scope.stackOutput(text(evaluate(StackName, scope)), text(evaluate(OutputName, scope)));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument);
    return list(evaluate(parts, scope)).map(text).join(text(separator));
  },
  'Fn::Split': (argument, scope) => {
    const [separator, value] = list(argument);
    return text(evaluate(value, scope)).split(text(separator));
  },
  'Fn::Select': (argument, scope) => {
    const [index, values] = list(argument);
    const selected = list(evaluate(values, scope))[Number(evaluate(index, scope))];
    if (selected === undefined)
      throw new UnresolvableError(`Fn::Select finds nothing at ${JSON.stringify(index)}`);
    return selected;
  },
  'Fn::Sub': (argument, scope) => {
    const [template, variables] = Array.isArray(argument) ? list(argument) : [argument, {}];
    return substitute(text(template), isObject(variables) ? variables : {}, scope);
  },
  'Fn::If': (argument, scope) => {
    const [condition, whenTrue, whenFalse] = list(argument);
    return evaluate(scope.condition(text(condition)) ? whenTrue : whenFalse, scope);
  },
  'Fn::FindInMap': (argument, scope) => {
    const [name, key, secondKey] = list(argument).map((part) => text(evaluate(part, scope)));
    return scope.mapping(name ?? '', key ?? '', secondKey ?? '');
  },
  'Fn::Base64': (argument, scope) => Buffer.from(text(evaluate(argument, scope))).toString('base64'),
};

/** Resolves all intrinsic functions in a value. @throws {UnresolvableError} when one cannot be resolved */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value))
    return value.map((item) => evaluate(item, scope)).filter((item) => item !== noValue);
  if (!isObject(value)) return value;
  const [only, ...others] = Object.keys(value);
  if (only !== undefined && others.length === 0) {
    const intrinsic = intrinsics[only];
    if (intrinsic) return intrinsic(value[only], scope);
    if (only.startsWith('Fn::')) throw new UnresolvableError(`the local stack does not support ${only}`);
  }
  const members = Object.entries(value).map(([key, member]) => [key, evaluate(member, scope)] as const);
  return Object.fromEntries(members.filter(([, member]) => member !== noValue));
}

/** Evaluates the body of a condition. */
export function evaluateCondition(body: unknown, scope: Scope): boolean {
  const [operator = '', argument] = Object.entries(isObject(body) ? body : {})[0] ?? [];
  const operands = Array.isArray(argument) ? argument : [];
  switch (operator) {
    case 'Condition':
      return scope.condition(text(argument));
    case 'Fn::Equals':
      return JSON.stringify(evaluate(operands[0], scope)) === JSON.stringify(evaluate(operands[1], scope));
    case 'Fn::And':
      return operands.every((operand) => evaluateCondition(operand, scope));
    case 'Fn::Or':
      return operands.some((operand) => evaluateCondition(operand, scope));
    case 'Fn::Not':
      return !evaluateCondition(operands[0], scope);
    default:
      throw new UnresolvableError(`the local stack does not support the condition ${JSON.stringify(body)}`);
  }
}

function substitute(template: string, variables: Readonly<Record<string, unknown>>, scope: Scope): string {
  return template.replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
    if (literal !== '') return whole.replace('!', '');
    if (Object.hasOwn(variables, name)) return text(evaluate(variables[name], scope));
    const [logicalId = '', ...attribute] = name.split('.');
    return text(
      attribute.length > 0 ? scope.attribute(logicalId, attribute.join('.')) : scope.reference(name),
    );
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UnresolvableError(`expected a list, found ${JSON.stringify(value)}`);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new UnresolvableError(
    `expected a string, found ${value === undefined ? 'nothing' : JSON.stringify(value)}`,
  );
}
