import * as z from 'zod';
import type { Text } from '../text.ts';
import { fileExtensions, type FileLimits, type FileType, hasExtensionOf } from './file-type.ts';

const texts = {
  fileName: {
    ru: 'Имя файла до 200 знаков: буквы, цифры, пробелы и знаки препинания, без пути',
    en: 'A file name of at most 200 characters: letters, digits, spaces and punctuation, without a path',
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

/**
 * Attributes of a request to upload a file, which the uploaded content is checked against. The request's schema is
 * refined with `checkExtension`.
 */
export function uploadRequestShape<Type extends FileType>({ types, maxBytes }: FileLimits<Type>) {
  return {
    fileName,
    mimeType: z.enum(types),
    /** Bytes. */
    size: z.int().refine((size) => size >= 1 && size <= maxBytes, { params: { words: sizeText(maxBytes) } }),
    /** SHA-256 of the bytes, base64. */
    sha256: z
      .string()
      .refine((hash) => /^[A-Za-z0-9+/]{43}=$/.test(hash), { params: { words: texts.sha256 } }),
  };
}

/** Checks that a file's extension matches its type, for `superRefine`. */
export function checkExtension(
  { fileName: name, mimeType }: { readonly fileName: string; readonly mimeType: FileType },
  context: z.RefinementCtx,
): void {
  if (hasExtensionOf(mimeType, name)) return;
  context.addIssue({ code: 'custom', path: ['fileName'], params: { words: extensionText(mimeType) } });
}

function extensionText(type: FileType): Text {
  const extensions = fileExtensions[type].map((extension) => `.${extension}`);
  return {
    ru: `Расширение файла должно соответствовать типу: ${extensions.join(', ')}`,
    en: `The file extension must match the type: ${extensions.join(', ')}`,
  };
}

function sizeText(maxBytes: number): Text {
  const megabytes = String(Math.floor(maxBytes / 1024 / 1024));
  return {
    ru: `Размер файла: от 1 байта до ${megabytes} МБ (${maxBytes.toLocaleString('ru')} байт)`,
    en: `File size: 1 byte to ${megabytes} MB (${maxBytes.toLocaleString('en')} bytes)`,
  };
}
