import { unwrap, versionOf } from '../../api/problem.ts';
import type { Language } from '../../i18n/languages.ts';
import type { At, Written } from './save.ts';

/** What goes along with a creation: sent again after a lost answer, it creates once. */
export function creating(language: Language, idempotencyKey: string) {
  return { headers: { 'content-language': language, 'idempotency-key': idempotencyKey } };
}

/** What goes along with a change: what is changed, in which language, and which version is expected. */
export function changing(id: string, { language, version }: At) {
  return {
    params: { path: { id }, header: version === undefined ? {} : { 'If-Match': version } },
    headers: { 'content-language': language },
  };
}

/**
 * What was written, as its answer says it.
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
