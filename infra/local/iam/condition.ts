import { compileArnWildcard, compileWildcard, type Matches } from './wildcard.ts';

/** Values of a request's condition keys, by lower-case name. */
export type RequestContext = Readonly<Record<string, string>>;

/** Whether a condition holds for a request. */
export type Condition = (context: RequestContext) => boolean;

interface Operator {
  /** Compiles one expected value. */
  readonly compile: (expected: string) => Matches;
  /** The condition holds when no expected value matches, and when the key is missing. */
  readonly isNegated?: true;
}

const equals: Operator['compile'] = (expected) => (actual) => actual === expected;

/** "IAM JSON policy elements: Condition operators", IAM user guide: those that are supported. */
const operators: Readonly<Record<string, Operator>> = {
  StringEquals: { compile: equals },
  StringNotEquals: { compile: equals, isNegated: true },
  StringLike: { compile: compileWildcard },
  NumericLessThan: { compile: (expected) => (actual) => Number(actual) < Number(expected) },
  Bool: { compile: (expected) => (actual) => actual.toLowerCase() === expected.toLowerCase() },
  ArnEquals: { compile: compileArnWildcard },
  ArnLike: { compile: compileArnWildcard },
};

/** The condition keys that requests to the local services have, where the real ones have them. */
const keys: ReadonlySet<string> = new Set([
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'kms:viaservice',
  's3:object-lock-mode',
  's3:object-lock-remaining-retention-days',
  's3:tlsversion',
  // Of rules that GuardDuty manages, for which no local service has an action.
  'events:managedby',
]);

/**
 * Compiles a statement's condition: every operator and key must hold, for at least one of its values.
 * @throws Error for an operator, a key or a value that the local stack does not support
 */
export function compileCondition(
  condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
): Condition {
  const parts = Object.entries(condition).flatMap(([operatorName, expectations]) =>
    Object.entries(expectations).map(([key, values]) => compilePart(operatorName, key, values)),
  );
  return (context) => parts.every((holds) => holds(context));
}

function compilePart(operatorName: string, key: string, values: readonly string[]): Condition {
  const operator = Object.hasOwn(operators, operatorName) ? operators[operatorName] : undefined;
  const name = key.toLowerCase();
  if (!operator) throw new Error(`the condition operator ${operatorName}`);
  if (!keys.has(name)) throw new Error(`the condition key ${key}`);
  const variable = values.find((value) => value.includes('${'));
  if (variable !== undefined) throw new Error(`the policy variable in ${variable}`);
  const matchers = values.map(operator.compile);
  const isNegated = operator.isNegated === true;
  return (context) => {
    const actual = context[name];
    if (actual === undefined) return isNegated;
    return matchers.some((matches) => matches(actual)) !== isNegated;
  };
}
