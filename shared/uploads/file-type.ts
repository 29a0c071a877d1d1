/** Types of files that can be uploaded, with their file name extensions. The inspection has a check for each. */
export const fileExtensions = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/tiff': ['tif', 'tiff'],
  'text/csv': ['csv'],
  'application/xml': ['xml'],
  'application/zip': ['zip'],
  'application/gzip': ['gz'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
} as const;

export type FileType = keyof typeof fileExtensions;

/** What an owner of uploads accepts. */
export interface FileLimits<Type extends FileType = FileType> {
  readonly types: readonly [Type, ...Type[]];
  /** Maximum size of a file in bytes. */
  readonly maxBytes: number;
}

/** Whether a file name has an extension of a type. */
export function hasExtensionOf(type: FileType, fileName: string): boolean {
  return fileExtensions[type].some((extension) => fileName.toLowerCase().endsWith(`.${extension}`));
}
