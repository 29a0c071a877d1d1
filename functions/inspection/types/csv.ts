import { TextDecoder } from 'node:util';
import type { Observer, TypeCheck } from './type-check.ts';

/** Longer lines are no table. */
const maxLineBytes = 64 * 1024;

/** Bytes that no text has: control characters but tab, line feed and carriage return. */
const controls = new Set(
  [...Array(32).keys(), 127].filter((byte) => byte !== 9 && byte !== 10 && byte !== 13),
);
const isControl = Uint8Array.from({ length: 256 }, (_, byte) => (controls.has(byte) ? 1 : 0));

/** The one byte that windows-1251 does not define. */
const undefinedIn1251 = 0x98;

const lineFeed = 0x0a;

/**
 * CSV: text in UTF-8 or windows-1251, of lines whose first one has a delimiter.
 *
 * @see RFC 4180; for the encoding WHATWG Encoding, "index windows-1251"
 */
export const csv: TypeCheck = {
  begins: (start) => !/^(MZ|\x7fELF|#!|PK|%PDF|<|\{)/.test(start.replace(/^\xef\xbb\xbf/, '')),
  observe: observeTable,
};

function observeTable(): Observer {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let isIn1251 = true;
  let lineBytes = 0;
  let firstLine: string | undefined = '';
  return {
    write: (piece) => {
      const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      for (const byte of bytes) {
        if (isControl[byte] === 1) return 'otherType';
      }
      isIn1251 &&= !bytes.includes(undefinedIn1251);
      isUtf8 &&= decodes(decoder, bytes, true);
      if (!isUtf8 && !isIn1251) return 'otherType';
      if (firstLine !== undefined) {
        firstLine += bytes.toString('latin1', 0, maxLineBytes);
        const [line = '', ...rest] = firstLine.split('\n');
        if (rest.length > 0 && !hasDelimiter(line)) return 'otherType';
        firstLine = rest.length > 0 ? undefined : line;
      }
      let from = 0;
      for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed, from)) {
        if (lineBytes + end - from > maxLineBytes) return 'otherType';
        lineBytes = 0;
        from = end + 1;
      }
      lineBytes += bytes.length - from;
      return lineBytes > maxLineBytes ? 'otherType' : undefined;
    },
    end: () => {
      const isText = isIn1251 || (isUtf8 && decodes(decoder, Buffer.alloc(0), false));
      return isText && (firstLine === undefined || hasDelimiter(firstLine)) ? undefined : 'otherType';
    },
  };
}

function hasDelimiter(line: string): boolean {
  return /[,;\t|]/.test(line);
}

function decodes(decoder: TextDecoder, bytes: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
