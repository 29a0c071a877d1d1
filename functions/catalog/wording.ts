import type { Language, Text } from '../../shared/text.ts';

/**
 * Writes a text in one language. The other is unchanged; if it was empty, it gets the same text, so that no
 * reader sees a blank.
 */
export function writeText(given: string, language: Language, previous: Text | undefined): Text {
  if (previous === undefined || Object.values(previous).every((text) => text === '')) {
    return { ru: given, en: given };
  }
  return { ...previous, [language]: given };
}

/** A text for reading, as an attribute that is absent if there is none. */
export function optionalText<N extends string>(name: N, text: string): Partial<Record<N, string>>;
export function optionalText(name: string, text: string): Record<string, string> {
  return text === '' ? {} : { [name]: text };
}
