import type { FileType } from '../../../shared/uploads/file-type.ts';
import { csv } from './csv.ts';
import { jpeg, pdf, png, tiff } from './documents.ts';
import { gzip } from './gzip.ts';
import type { TypeCheck } from './type-check.ts';
import { xml } from './xml.ts';
import { docx, xlsx, zip } from './zip.ts';

const checks: Readonly<Record<FileType, TypeCheck>> = {
  'application/pdf': pdf,
  'image/jpeg': jpeg,
  'image/png': png,
  'image/tiff': tiff,
  'text/csv': csv,
  'application/xml': xml,
  'application/zip': zip,
  'application/gzip': gzip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': xlsx,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': docx,
};

const byName: ReadonlyMap<string, TypeCheck> = new Map(Object.entries(checks));

/** The check of a type; undefined if it cannot be uploaded. */
export function checkOf(mimeType: string): TypeCheck | undefined {
  return byName.get(mimeType);
}

/** Programs are no file of any type, even if they contain a PDF header. */
const program = /^(MZ|\x7fELF|#!)/;

/** How many of a file's first bytes are compared with its type. */
export const startLength = 1024;

/** Whether a file's first bytes are those of its type. */
export function beginsLike({ begins }: TypeCheck, start: Uint8Array): boolean {
  const text = Buffer.from(start.subarray(0, startLength)).toString('latin1');
  return !program.test(text) && begins(text);
}
