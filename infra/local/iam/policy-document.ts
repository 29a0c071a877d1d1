import * as z from 'zod';
import { UnsupportedError } from '../template/errors.ts';

/** One value, or a list of them. */
const texts = z.union([z.array(z.string()), z.string().transform((single) => [single])]);
const conditionValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const conditionValues = z.union([z.array(conditionValue), conditionValue.transform((single) => [single])]);
const principalSchema = z.union([
  z.literal('*').transform((everyone) => ({ AWS: [everyone], Service: [] })),
  z.strictObject({ AWS: texts.default([]), Service: texts.default([]) }),
]);

/** A statement of a policy, with lists where the policy may have single values. */
const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principalSchema.optional(),
  Action: texts,
  Resource: texts.optional(),
  NotResource: texts.optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValues)).default({}),
});
export type StatementDocument = z.output<typeof statementSchema>;

/** "IAM JSON policy elements reference", IAM user guide: those elements that the evaluation supports. */
const policySchema = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z
    .union([z.array(z.unknown()), z.unknown().transform((single) => [single])])
    .pipe(z.array(statementSchema)),
});

/**
 * Parses the statements of a policy whose intrinsic functions are resolved.
 * @throws {UnsupportedError} for an element that the evaluation does not support: ignoring it would allow too much
 */
export function parseStatements(label: string, document: unknown): readonly StatementDocument[] {
  const parsed = policySchema.safeParse(document);
  if (parsed.success) return parsed.data.Statement;
  throw new UnsupportedError(
    `${label} has a policy that the local stack does not support: ${z.prettifyError(parsed.error)}`,
  );
}
