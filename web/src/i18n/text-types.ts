import type { Language } from './languages.ts';

/** Texts of the same shape in any language. */
export type TextsLike<T> = { readonly [K in keyof T]: T[K] extends string ? string : TextsLike<T[K]> };

/** Loads something in a language. */
type InLanguages<Loaded> = Readonly<Record<Language, () => Promise<Loaded>>>;

/** Where the texts come from. */
export interface TextSources {
  /** Texts of every page, by namespace. */
  readonly base: InLanguages<Readonly<Record<string, object>>>;
  /** Texts that are loaded with their pages, by namespace. */
  readonly lazy: Readonly<Record<string, InLanguages<{ readonly texts: object }>>>;
}
