import { unwrap, versionOf } from '../../api/problem.ts';
import type { Language } from '../../i18n/languages.ts';
import type { At, Written } from './save.ts';

/** Parameters of a creation, which can be repeated after a lost answer. */
export function creating(language: Language, idempotencyKey: string) {
  return { headers: { 'content-language': language, 'idempotency-key': idempotencyKey } };
}

/** Parameters of a change: resource, language and expected version. */
export function changing(id: string, { language, version }: At) {
  return {
    params: { path: { id }, header: version === undefined ? {} : { 'If-Match': version } },
    headers: { 'content-language': language },
  };
}

/**
 * The written resource, from the answer.
 *
 * @throws ApiError
 */
export function writtenOf(result: {
  data?: { readonly id: string };
  error?: unknown;
  response: Response;
}): Written {
  return { id: unwrap(result).id, version: versionOf(result.response) };
}
