/** Files that are taken as scans and attachments, by media type: the endings of their names. */
export const fileEndings = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/tiff': ['tif', 'tiff'],
} as const;

export type FileType = keyof typeof fileEndings;

export const fileTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/tiff',
] as const satisfies readonly FileType[];

/** Bytes that a file may have. */
export const maxFileBytes = 20 * 1024 * 1024;

/** How many of a file's first bytes say what it is. */
export const signatureLength = 1024;

/**
 * What a file really is, by its first bytes; undefined for everything that is not taken.
 *
 * @see ISO 32000-1, 7.5.2 (a PDF's header stands within the first 1024 bytes in practice: implementation note 13 of the
 *   PDF reference); ITU-T T.81, B.1.1.3; PNG specification, 5.2; TIFF revision 6.0, section 2
 */
export function detectFileType(start: Uint8Array): FileType | undefined {
  const text = Buffer.from(start.subarray(0, signatureLength)).toString('latin1');
  if (/^\xff\xd8\xff/.test(text)) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'image/tiff';
  // What a shell or Windows would run stays what it is, whatever comes after its first bytes.
  if (/^(MZ|\x7fELF|#!|PK)/.test(text)) return undefined;
  return /%PDF-[12]\.\d/.test(text) ? 'application/pdf' : undefined;
}
