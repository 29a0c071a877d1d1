import { Readable } from 'node:stream';
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl';
import type { UploadRefusal } from '../../../shared/uploads/upload-record.ts';
import { alwaysAllowedBytes, maxExpansion } from './gzip.ts';
import type { FileReader } from './type-check.ts';

const maxEntries = 10_000;
/** Size of the directory, which is read into memory: names, comments and extra fields may have 64 KB each. */
const maxDirectoryBytes = 4 * 1024 * 1024;
/** Bytes of an entry of the directory before its name. */
const directoryEntryBytes = 46;
/** How large the content may be, however large the file is. */
const maxContentBytes = 100 * 1024 ** 3;
/** Bytes of a local header before the name of the file. */
const localHeaderBytes = 30;

/** Methods that every program can read: stored and deflated. */
const methods = new Set([0, 8]);

/** Archives within the archive. They would have to be looked into in turn. Windows ignores dots and spaces at the end. */
const nestedArchive = /\.(zip|jar|7z|rar|tar|tgz|gz|bz2|xz|zst|cab|iso)[. ]*$/i;

/** Control characters, at which some programs end a name. */
const control = /\p{Cc}/u;

/** Thrown for an archive that is refused. */
export class ArchiveRefused extends Error {
  readonly refusal: UploadRefusal;

  constructor(refusal: UploadRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** An archive and its entries. */
export interface Archive {
  readonly entries: readonly Entry[];
  /** Unpacks an entry into exactly as many bytes as the directory says. @throws ArchiveRefused */
  readonly unpack: (entry: Entry) => AsyncIterable<Buffer>;
}

/**
 * Reads the directory of a ZIP, of bounded length, and refuses what would not be safe to unpack: names and links that lead
 * elsewhere, encrypted and overlapping entries, archives in the archive, too many entries, and content that expands too much.
 *
 * @see APPNOTE.TXT, 4.3; D. Fifield, "A better zip bomb" (2019), for overlapping entries
 * @throws ArchiveRefused; Error if the file cannot be read
 */
export async function readArchive(file: FileReader): Promise<Archive> {
  const reader = new ArchiveReader(file);
  try {
    const zip = await fromRandomAccessReaderPromise(reader, file.size, { autoClose: false });
    if (zip.entryCount > maxEntries) throw new ArchiveRefused('unsafe');
    const entries: Entry[] = [];
    let directoryBytes = 0;
    for await (const entry of zip.eachEntry()) {
      directoryBytes += directoryBytesOf(entry);
      if (directoryBytes > maxDirectoryBytes) throw new ArchiveRefused('unsafe');
      entries.push(entry);
    }
    checkEntries(entries, file.size);
    return { entries, unpack: (entry) => unpack(zip, reader, entry) };
  } catch (error) {
    throw reader.failure ?? refusalOf(error);
  }
}

async function* unpack(zip: ZipFile, reader: ArchiveReader, entry: Entry): AsyncGenerator<Buffer> {
  try {
    for await (const piece of await zip.openReadStreamPromise(entry))
      if (piece instanceof Buffer) yield piece;
  } catch (error) {
    throw reader.failure ?? refusalOf(error);
  }
}

/** An error of yauzl, which the file has caused: it distinguishes them by their messages alone. */
function refusalOf(error: unknown): ArchiveRefused {
  if (error instanceof ArchiveRefused) return error;
  const isName =
    error instanceof Error && /^(absolute path|invalid relative path|invalid characters)/.test(error.message);
  return new ArchiveRefused(isName ? 'unsafe' : 'damaged');
}

function checkEntries(entries: readonly Entry[], size: number): void {
  const packed = sum(entries.map(({ compressedSize }) => compressedSize));
  const content = sum(entries.map(({ uncompressedSize }) => uncompressedSize));
  const allowed = Math.min(Math.max(packed * maxExpansion, alwaysAllowedBytes), maxContentBytes);
  const isUnsafe =
    content > allowed ||
    entries.some(
      (entry) =>
        isLink(entry) ||
        entry.isEncrypted() ||
        !methods.has(entry.compressionMethod) ||
        control.test(entry.fileName) ||
        nestedArchive.test(entry.fileName),
    );
  if (isUnsafe) throw new ArchiveRefused('unsafe');
  const places = entries
    .map(({ relativeOffsetOfLocalHeader: start, compressedSize, fileNameLength }) => ({
      start,
      end: start + localHeaderBytes + fileNameLength + compressedSize,
    }))
    .toSorted((left, right) => left.start - right.start);
  let before = 0;
  for (const { start, end } of places) {
    if (start < before) throw new ArchiveRefused('unsafe');
    if (end > size) throw new ArchiveRefused('damaged');
    before = end;
  }
}

function directoryBytesOf({ fileNameLength, extraFieldLength, fileCommentLength }: Entry): number {
  return directoryEntryBytes + fileNameLength + extraFieldLength + fileCommentLength;
}

/** Symbolic links: what is unpacked after them could follow them. @see APPNOTE.TXT, 4.4.15; stat.h for the upper 16 bits */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}

/** Pieces in which the content of an entry is read. */
const pieceBytes = 256 * 1024;

/** Gives yauzl the bytes of a file. What fails to be read is no fault of the archive. */
class ArchiveReader extends RandomAccessReader {
  readonly #file: FileReader;
  failure: Error | undefined;

  constructor(file: FileReader) {
    super();
    this.#file = file;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end));
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#read(position, length).then(
      (bytes) => {
        bytes.copy(buffer, offset);
        callback(bytes.length === length ? null : new Error('unexpected EOF'));
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error('unreadable'));
      },
    );
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let offset = start; offset < end; offset += pieceBytes)
      yield await this.#read(offset, Math.min(pieceBytes, end - offset));
  }

  async #read(offset: number, length: number): Promise<Buffer> {
    try {
      return await this.#file.read(offset, length);
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error('unreadable');
      throw this.failure;
    }
  }
}
