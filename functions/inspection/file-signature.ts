import type { FileType } from '../../shared/uploads/file-type.ts';

/** How many of a file's first bytes are used to detect its type. */
export const signatureLength = 1024;

/**
 * Detects a file's type by its first bytes; undefined for types that are not accepted.
 *
 * @see ISO 32000-1, 7.5.2 (a PDF's header is within the first 1024 bytes in practice: implementation note 13 of the
 *   PDF reference); ITU-T T.81, B.1.1.3; PNG specification, 5.2; TIFF revision 6.0, section 2
 */
export function detectFileType(start: Uint8Array): FileType | undefined {
  const text = Buffer.from(start.subarray(0, signatureLength)).toString('latin1');
  if (/^\xff\xd8\xff/.test(text)) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'image/tiff';
  // Executables and archives are rejected, even if they contain a PDF header.
  if (/^(MZ|\x7fELF|#!|PK)/.test(text)) return undefined;
  return /%PDF-[12]\.\d/.test(text) ? 'application/pdf' : undefined;
}
