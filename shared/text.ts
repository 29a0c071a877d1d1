/** Languages of the cabinet. The first is the default. */
export const languages = ['ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** One text in every language. */
export type Text = Readonly<Record<Language, string>>;

/**
 * Chooses a language from an `Accept-Language` header (RFC 9110, 12.5.4): the supported one with the highest
 * weight, or the default if the header is absent or has no supported language.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const accepted = (acceptLanguage ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = languages.find((known) => tag === known || tag.startsWith(`${known}-`));
    const weight = Number(/^\s*q=([\d.]+)\s*$/.exec(parameters[0] ?? '')?.[1] ?? '1');
    return language === undefined || !(weight > 0) ? [] : [{ language, weight }];
  });
  const [best] = accepted.toSorted((left, right) => right.weight - left.weight);
  return best?.language ?? languages[0];
}
