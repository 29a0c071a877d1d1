// PT Sans (SIL Open Font License 1.1), designed for the languages of Russia; it has one file per alphabet.
import boldCyrillic from '@fontsource/pt-sans/files/pt-sans-cyrillic-700-normal.woff';
import boldLatin from '@fontsource/pt-sans/files/pt-sans-latin-700-normal.woff';
import cyrillic from '@fontsource/pt-sans/files/pt-sans-cyrillic-400-normal.woff';
import latin from '@fontsource/pt-sans/files/pt-sans-latin-400-normal.woff';

/** Bytes of the fonts, by their names in a document. */
export const fontFiles = { latin, cyrillic, boldLatin, boldCyrillic } as const;

/** A part of a text that one font covers. */
interface Run {
  readonly alphabet: 'latin' | 'cyrillic';
  readonly text: string;
}

/** Splits a text by alphabet; a character in neither font becomes a question mark. */
export function runsOf(text: string): readonly Run[] {
  const written = text.replaceAll(
    /[^\x20-\x7e\u00a0-\u00ff\u2013\u2014\u2018-\u201e\u2022\u2026\u2116\u0400-\u045f\u0490\u0491]/g,
    '?',
  );
  return (written.match(/[\u0400-\u0491\u2116]+|[^\u0400-\u0491\u2116]+/g) ?? []).map((part) => ({
    alphabet: /^[\u0400-\u0491\u2116]/.test(part) ? 'cyrillic' : 'latin',
    text: part,
  }));
}
