import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Bytes on disk, in files with generated names: a key never becomes a path. */
export interface BlobStore {
  /** Writes a new blob and returns its name once it is on disk; if the source fails, nothing is left. */
  write(chunks: AsyncIterable<Uint8Array>): Promise<string>;
  /** Opens bytes `start` to `end`, both inclusive; the blob may be deleted while it is being read. */
  read(name: string, start: number, end: number): Readable;
  remove(name: string): void;
  /** Deletes unreferenced blobs, left by uploads that a crash interrupted. Returns their number. */
  sweep(referenced: ReadonlySet<string>): number;
}

export function openBlobStore(directory: string): BlobStore {
  mkdirSync(directory, { recursive: true });
  const pathOf = (name: string): string => path.join(directory, name);
  const remove = (name: string): void => {
    rmSync(pathOf(name), { force: true });
  };
  return {
    async write(chunks) {
      const name = randomUUID();
      try {
        // Opened synchronously, so that a removal after a failure cannot precede its creation.
        const fd = openSync(pathOf(name), 'wx');
        await pipeline(chunks, createWriteStream('', { fd, flush: true }));
      } catch (error) {
        remove(name);
        throw error;
      }
      return name;
    },
    read: (name, start, end) => createReadStream('', { fd: openSync(pathOf(name), 'r'), start, end }),
    remove,
    sweep(referenced) {
      const leftovers = readdirSync(directory).filter((name) => !referenced.has(name));
      leftovers.forEach(remove);
      return leftovers.length;
    },
  };
}
