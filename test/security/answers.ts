import * as z from 'zod';
import { errorReasons } from '../../shared/errors.ts';
import type { WireAnswer } from './setting.ts';

/** The cabinet's own error: TMF's `Error`, and what ours adds, and nothing else. */
const errorSchema = z.strictObject({
  '@type': z.enum(['Error', 'CabinetError']),
  '@baseType': z.literal('Error').optional(),
  code: z.string().refine((code) => code in errorReasons),
  reason: z.string().min(1),
  message: z.string().min(1),
  status: z.string(),
  problem: z.array(z.strictObject({ pointer: z.string(), message: z.string().min(1) })).optional(),
  allowed: z.array(z.string()).optional(),
});

/**
 * Reads a refusal.
 *
 * @throws where it is none, or not in the form that every refusal has
 */
export function refusalOf({ status, headers, text }: WireAnswer): z.infer<typeof errorSchema> {
  const error = errorSchema.parse(JSON.parse(text));
  if (status < 400 || status >= 500 || error.status !== String(status)) {
    throw new Error(`Not a refusal: ${String(status)} ${text}`);
  }
  if (headers['content-type'] !== 'application/json; charset=utf-8') throw new Error('A refusal is JSON');
  return error;
}

/** Status and code of a refusal: `403 roleNotAllowed`. */
export function codeOf(answer: WireAnswer): string {
  return answer.status < 400 ? String(answer.status) : `${String(answer.status)} ${refusalOf(answer).code}`;
}
