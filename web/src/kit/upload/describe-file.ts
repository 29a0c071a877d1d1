import i18next from 'i18next';
import { type FileLimits, type FileType, hasExtensionOf } from '../../../../shared/uploads/file-type.ts';
import { wordsOfLimits } from './accepted-types.ts';

/** Description of a file for the API, which the uploaded file is checked against. */
export interface FileDescription<Type extends FileType> {
  readonly fileName: string;
  readonly mimeType: Type;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the bytes, base64. */
  readonly sha256: string;
}

/** A file that is not accepted, with a message for the user. */
export class FileRefused extends Error {
  override name = 'FileRefused';
}

/**
 * The media type of an accepted file, by its extension: browsers do not know all of them.
 *
 * @throws {@link FileRefused} by type or size
 */
export function checkFile<Type extends FileType>(file: File, limits: FileLimits<Type>): Type {
  const type = limits.types.find((candidate) => hasExtensionOf(candidate, file.name));
  if (type === undefined) throw new FileRefused(i18next.t('upload.wrongType', wordsOfLimits(limits)));
  if (file.size === 0) throw new FileRefused(i18next.t('upload.empty'));
  if (file.size > limits.maxBytes) throw new FileRefused(i18next.t('upload.tooLarge', wordsOfLimits(limits)));
  return type;
}

/** @throws {@link FileRefused} by type or size, before anything is sent */
export async function describeFile<Type extends FileType>(
  file: File,
  limits: FileLimits<Type>,
): Promise<FileDescription<Type>> {
  const mimeType = checkFile(file, limits);
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const sha256 = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return { fileName: file.name, mimeType, size: file.size, sha256 };
}
