import i18next from 'i18next';

/** Accepted media types by file extension; browsers do not know all of them. */
const types = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
} as const;

/** Maximum file size in bytes. */
const maxSize = 20 * 1024 * 1024;

/** The `accept` attribute of a file input. */
export const acceptedFiles = Object.keys(types)
  .map((ending) => `.${ending}`)
  .join(',');

/** Description of a file for the API, which the uploaded file is checked against. */
export interface FileDescription {
  readonly fileName: string;
  readonly mimeType: (typeof types)[keyof typeof types];
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
 * The media type of an accepted file.
 *
 * @throws {@link FileRefused} by type or size
 */
export function checkFile(file: File): FileDescription['mimeType'] {
  const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  if (!isTaken(ending)) throw new FileRefused(i18next.t('upload.wrongType'));
  if (file.size === 0) throw new FileRefused(i18next.t('upload.empty'));
  if (file.size > maxSize) throw new FileRefused(i18next.t('upload.tooLarge'));
  return types[ending];
}

/** @throws {@link FileRefused} by type or size, before anything is sent */
export async function describeFile(file: File): Promise<FileDescription> {
  const mimeType = checkFile(file);
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const sha256 = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return { fileName: file.name, mimeType, size: file.size, sha256 };
}

function isTaken(ending: string): ending is keyof typeof types {
  return Object.hasOwn(types, ending);
}
