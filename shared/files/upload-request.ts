import * as z from 'zod';
import { fileEndings, fileTypes, maxFileBytes } from './file-type.ts';

const texts = {
  fileName: {
    ru: 'Имя файла до 200 знаков: буквы, цифры, пробелы и знаки препинания, без пути',
    en: 'A file name of at most 200 characters: letters, digits, blanks and punctuation, without a path',
  },
  ending: {
    ru: 'Окончание имени соответствует типу: .pdf, .jpg, .png или .tif',
    en: 'The name’s ending goes with the type: .pdf, .jpg, .png or .tif',
  },
  size: {
    ru: 'Размер файла: от 1 байта до 20 МБ (20 971 520 байт)',
    en: 'The size of the file: 1 byte to 20 MB (20,971,520 bytes)',
  },
  sha256: {
    ru: 'SHA-256 содержимого файла в base64: 44 знака',
    en: 'SHA-256 of what the file holds, in base64: 44 characters',
  },
} as const;

/** A name that a person gave to a file: no path, no control characters, nothing that only looks like a letter. */
const fileName = z
  .string()
  .refine(
    (name) =>
      /^[\p{L}\p{M}\p{N} ._\-–—()[\]{}№,;+&'’«»@#%=~!$^]{1,200}$/u.test(name) &&
      !/^[. ]|\.\.|[. ]$/.test(name),
    { params: { words: texts.fileName } },
  );

/** What has to be said of a file before it may be uploaded: what is uploaded then is held against it. */
export const uploadAttributes = {
  fileName,
  mimeType: z.enum(fileTypes),
  /** Bytes. */
  size: z.int().refine((size) => size >= 1 && size <= maxFileBytes, { params: { words: texts.size } }),
  /** SHA-256 of the bytes, base64. */
  sha256: z.string().refine((hash) => /^[A-Za-z0-9+/]{43}=$/.test(hash), { params: { words: texts.sha256 } }),
};

/** That the ending of a file's name goes with its type. Meant for `superRefine`. */
export function checkEnding(
  { fileName: name, mimeType }: { readonly fileName: string; readonly mimeType: keyof typeof fileEndings },
  context: z.RefinementCtx,
): void {
  if (fileEndings[mimeType].some((ending) => name.toLowerCase().endsWith(`.${ending}`))) return;
  context.addIssue({ code: 'custom', path: ['fileName'], params: { words: texts.ending } });
}
