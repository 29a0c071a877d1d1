import { ApiError } from '../../api/problem.ts';
import type { Language } from '../../i18n/languages.ts';
import { changesOf } from '../../api/patch.ts';

/** How a resource of one kind is written; a body is in one language. */
export interface FormModel<Draft, Body extends object> {
  readonly bodyOf: (draft: Draft, language: Language) => Body;
  /** @throws ApiError */
  readonly create: (body: Body, language: Language, idempotencyKey: string) => Promise<Written>;
  /** @throws ApiError */
  readonly change: (id: string, patch: Partial<Body>, at: At) => Promise<Written>;
}

/** Language and expected version of a write. */
export interface At {
  readonly language: Language;
  readonly version: string | undefined;
}

/** The resource after a write. */
export interface Written {
  readonly id: string;
  readonly version: string | undefined;
}

/** Result of saving. */
export type Outcome =
  | { readonly kind: 'saved'; readonly id: string }
  /** Another user changed it since it was read: nothing was written. */
  | { readonly kind: 'stale' }
  /** Refused in one language; the other one may have been written, and `version` is the current one. */
  | {
      readonly kind: 'refused';
      readonly language: Language;
      readonly error: ApiError;
      readonly id: string | undefined;
      readonly version: string | undefined;
    };

/** The existing resource. */
interface Standing<Draft> {
  readonly id: string;
  readonly version: string | undefined;
  readonly draft: Draft;
}

/**
 * Writes a draft, Russian first. A write has one language, so the other language's texts take a second one, which is
 * omitted if they have not changed.
 *
 * @param idempotencyKey one per creation, the same for every attempt
 */
export async function save<Draft, Body extends object>(
  model: FormModel<Draft, Body>,
  standing: Standing<Draft> | undefined,
  draft: Draft,
  idempotencyKey: string,
): Promise<Outcome> {
  const english = model.bodyOf(draft, 'en');
  let written: Written | undefined = standing;
  let language: Language = 'ru';
  try {
    const russian = model.bodyOf(draft, 'ru');
    if (standing === undefined) written = await model.create(russian, language, idempotencyKey);
    else {
      const patch = changesOf(model.bodyOf(standing.draft, 'ru'), russian);
      if (Object.keys(patch).length > 0)
        written = await model.change(standing.id, patch, { language, version: standing.version });
      else written = standing;
    }
    language = 'en';
    // What was just created has the Russian texts in both languages.
    const before = standing === undefined ? russian : model.bodyOf(standing.draft, 'en');
    const rest = changesOf(before, english);
    if (Object.keys(rest).length > 0)
      written = await model.change(written.id, rest, { language, version: written.version });
    return { kind: 'saved', id: written.id };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 412) return { kind: 'stale' };
    return { kind: 'refused', language, error, id: written?.id, version: written?.version };
  }
}
