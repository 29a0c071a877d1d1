import { inflateSync } from 'node:zlib';

const woffHeaderSize = 44;
const woffEntrySize = 20;
const headerSize = 12;
const entrySize = 16;

/** A table of a font: its tag and checksum as they are written, and its bytes. */
interface FontTable {
  readonly tag: Buffer;
  readonly checksum: number;
  readonly bytes: Buffer;
}

/**
 * Unpacks a WOFF 1.0 font (W3C recommendation) into the TrueType font in it. pdfkit reads both, but it inflates a table of
 * a WOFF in JavaScript each time it needs the table, which is most of the time that a document takes.
 */
export function unpackWoff(woff: Buffer): Buffer {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index): FontTable => {
    const entry = woffHeaderSize + index * woffEntrySize;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8));
    const isPacked = packed.length < woff.readUInt32BE(entry + 12);
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      bytes: isPacked ? inflateSync(packed) : packed,
    };
  });
  const head = Buffer.alloc(headerSize + tables.length * entrySize);
  // The search fields of the header only speed up a binary search, which no reader of today makes.
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(tables.length, 4);
  let end = head.length;
  const parts: Buffer[] = [head];
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const entry = headerSize + index * entrySize;
    tag.copy(head, entry);
    head.writeUInt32BE(checksum, entry + 4);
    head.writeUInt32BE(end, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    end += bytes.length + padding.length;
  }
  return Buffer.concat(parts);
}
