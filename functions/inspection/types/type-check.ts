import type { UploadRefusal } from '../../../shared/uploads/upload-record.ts';

/** Bytes of a file at any place. */
export interface FileReader {
  /** Bytes. */
  readonly size: number;
  /** Bytes from an offset; fewer than `length` only at the end of the file. */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
}

/** Looks at a file while its bytes pass. Its memory does not depend on the size of the file. */
export interface Observer {
  /** @returns why the file is refused, as soon as that is known */
  readonly write: (piece: Uint8Array) => Promise<UploadRefusal | undefined> | UploadRefusal | undefined;
  readonly end: () => Promise<UploadRefusal | undefined> | UploadRefusal | undefined;
}

/** How the inspection makes sure that a file is what its type says. */
export interface TypeCheck {
  /** Whether the first bytes, one character each, are those of the type. */
  readonly begins: (start: string) => boolean;
  /** For types of which every byte has to be looked at. */
  readonly observe?: () => Observer;
  /** For types of which some parts have to be looked at, once all bytes have passed. */
  readonly probe?: (file: FileReader) => Promise<UploadRefusal | undefined>;
}

/** The last bytes of a file, one character each. */
export async function endOf(file: FileReader, length: number): Promise<string> {
  const offset = Math.max(0, file.size - length);
  return (await file.read(offset, file.size - offset)).toString('latin1');
}
