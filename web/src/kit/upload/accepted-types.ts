import { fileExtensions, type FileLimits, type FileType } from '../../../../shared/uploads/file-type.ts';
import { currentLanguage } from '../../i18n/languages.ts';
import { formatFileSize } from '../format/file-size.ts';

/** Names that users know the types by, the same in every language. */
const names: Readonly<Record<FileType, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/tiff': 'TIFF',
  'text/csv': 'CSV',
  'application/xml': 'XML',
  'application/zip': 'ZIP',
  'application/gzip': 'GZ',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
};

/** What is accepted, for texts: `{types: 'PDF, JPEG or PNG', size: '20 MB'}`. */
export function wordsOfLimits({ types, maxBytes }: FileLimits): { types: string; size: string } {
  const list = new Intl.ListFormat(currentLanguage(), { type: 'disjunction' });
  return { types: list.format(types.map((type) => names[type])), size: formatFileSize(maxBytes) };
}

/** The `accept` attribute of a file input. */
export function acceptedFiles({ types }: FileLimits): string {
  return types.flatMap((type) => fileExtensions[type].map((extension) => `.${extension}`)).join(',');
}
