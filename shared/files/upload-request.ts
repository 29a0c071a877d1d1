import * as z from 'zod';
import { fileExtensions, fileTypes, maxFileBytes } from './file-type.ts';

const texts = {
  fileName: {
    ru: 'Имя файла до 200 знаков: буквы, цифры, пробелы и знаки препинания, без пути',
    en: 'A file name of at most 200 characters: letters, digits, spaces and punctuation, without a path',
  },
  extension: {
    ru: 'Расширение файла должно соответствовать типу: .pdf, .jpg, .png или .tif',
    en: 'The file extension must match the type: .pdf, .jpg, .png or .tif',
  },
  size: {
    ru: 'Размер файла: от 1 байта до 20 МБ (20 971 520 байт)',
    en: 'File size: 1 byte to 20 MB (20,971,520 bytes)',
  },
  sha256: {
    ru: 'SHA-256 содержимого файла в base64: 44 знака',
    en: 'SHA-256 of the file content in base64: 44 characters',
  },
} as const;

/** A file name: no path, no control characters, no characters that imitate letters. */
const fileName = z
  .string()
  .refine(
    (name) =>
      /^[\p{L}\p{M}\p{N} ._\-–—()[\]{}№,;+&'’«»@#%=~!$^]{1,200}$/u.test(name) &&
      !/^[. ]|\.\.|[. ]$/.test(name),
    { params: { words: texts.fileName } },
  );

/** Description of a file to upload, which the uploaded content is checked against. */
export const uploadAttributes = {
  fileName,
  mimeType: z.enum(fileTypes),
  /** Bytes. */
  size: z.int().refine((size) => size >= 1 && size <= maxFileBytes, { params: { words: texts.size } }),
  /** SHA-256 of the bytes, base64. */
  sha256: z.string().refine((hash) => /^[A-Za-z0-9+/]{43}=$/.test(hash), { params: { words: texts.sha256 } }),
};

/** Checks that a file's extension matches its type, for `superRefine`. */
export function checkExtension(
  { fileName: name, mimeType }: { readonly fileName: string; readonly mimeType: keyof typeof fileExtensions },
  context: z.RefinementCtx,
): void {
  if (fileExtensions[mimeType].some((extension) => name.toLowerCase().endsWith(`.${extension}`))) return;
  context.addIssue({ code: 'custom', path: ['fileName'], params: { words: texts.extension } });
}
