import * as z from 'zod';
import { S3Error } from '../s3-error.ts';

const conditionSchema = z.union([
  z.tuple([z.string().regex(/^content-length-range$/i), z.coerce.number().int(), z.coerce.number().int()]),
  z.tuple([z.string().regex(/^(eq|starts-with)$/i), z.string().startsWith('$'), z.string()]),
  z.record(z.string(), z.string()),
]);
const policySchema = z.object({
  expiration: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  conditions: z.array(conditionSchema),
});
export type PostPolicy = z.output<typeof policySchema>;

/** Fields that a policy does not have to mention. */
const exemptFields = new Set(['policy', 'x-amz-signature', 'file']);

/** Range of upload sizes that a policy allows. */
export interface SizeRange {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * Parses the policy of a form, base64 of JSON.
 * @throws S3Error `InvalidPolicyDocument`
 */
export function readPostPolicy(encoded: string): PostPolicy {
  const policy = policySchema.safeParse(parseJson(Buffer.from(encoded, 'base64').toString()));
  if (policy.success) return policy.data;
  throw new S3Error('InvalidPolicyDocument', 'Invalid Policy: Invalid JSON, or not a policy.');
}

/**
 * Checks a form's fields, by lower-case name and including `bucket`, against the signed policy: every condition must
 * be met, and every field be mentioned. Returns the allowed sizes. Source: "POST policy", S3 API reference.
 * @throws S3Error `AccessDenied`
 */
export function enforcePostPolicy(
  policy: PostPolicy,
  fields: ReadonlyMap<string, string>,
  now: Date,
): SizeRange {
  if (policy.expiration.getTime() <= now.getTime()) throw deny('Policy expired.');
  const mentioned = new Set<string>();
  let range = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
  for (const condition of policy.conditions) {
    if (isSizeCondition(condition)) {
      const [, minimum, maximum] = condition;
      range = { minimum: Math.max(range.minimum, minimum), maximum: Math.min(range.maximum, maximum) };
      continue;
    }
    for (const { field, operator, expected } of readMatches(condition)) {
      mentioned.add(field);
      if (!holds(operator, field, fields.get(field) ?? '', expected)) {
        throw deny(`Policy Condition failed: ${JSON.stringify(condition)}`);
      }
    }
  }
  const extra = [...fields.keys()].find(
    (field) => !mentioned.has(field) && !exemptFields.has(field) && !field.startsWith('x-ignore-'),
  );
  if (extra !== undefined) throw deny(`Extra input fields: ${extra}`);
  return range;
}

type Condition = PostPolicy['conditions'][number];
type SizeCondition = Extract<Condition, [string, number, number]>;

interface Match {
  readonly operator: 'eq' | 'starts-with';
  readonly field: string;
  readonly expected: string;
}

function isSizeCondition(condition: Condition): condition is SizeCondition {
  return Array.isArray(condition) && typeof condition[1] === 'number';
}

function readMatches(condition: Exclude<Condition, SizeCondition>): Match[] {
  if (!Array.isArray(condition)) {
    return Object.entries(condition).map(([name, expected]) => ({
      operator: 'eq',
      field: name.toLowerCase(),
      expected,
    }));
  }
  const [operator, variable, expected] = condition;
  const field = variable.slice(1).toLowerCase();
  return [{ operator: operator.toLowerCase() === 'eq' ? 'eq' : 'starts-with', field, expected }];
}

function holds(operator: Match['operator'], field: string, value: string, expected: string): boolean {
  if (operator === 'eq') return value === expected;
  // In a list of content types, each must have the prefix.
  const values = field === 'content-type' ? value.split(',').map((item) => item.trim()) : [value];
  return values.every((item) => item.startsWith(expected));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function deny(reason: string): S3Error {
  return new S3Error('AccessDenied', `Invalid according to Policy: ${reason}`);
}
