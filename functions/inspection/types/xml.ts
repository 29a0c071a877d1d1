import { TextDecoder } from 'node:util';
import sax from 'sax';
import type { UploadRefusal } from '../../../shared/uploads/upload-record.ts';
import type { Observer, TypeCheck } from './type-check.ts';

const maxDepth = 256;
/** Attributes of one element. */
const maxAttributes = 1000;

/** What XML may be encoded in: the declared name, in lower case, or UTF-8 if there is none. */
const encodings: ReadonlySet<string> = new Set(['utf-8', 'windows-1251']);

/**
 * XML: well-formed, of bounded depth, and without a document type, whose entities can expand or refer to other files. The
 * parser bounds the length of every token.
 *
 * @see XML 1.0 (fifth edition), 2.1, 2.8 and 4.3.3
 */
export const xml: TypeCheck = {
  begins: (start) => /^(\xef\xbb\xbf)?<\?xml\s/.test(start),
  observe: observeElements,
};

function observeElements(): Observer {
  // The position is what the parser bounds tokens by.
  const parser = sax.parser(true);
  let depth = 0;
  let attributes = 0;
  let hasRoot = false;
  let refusal: UploadRefusal | undefined;
  parser.onerror = () => {
    refusal ??= 'damaged';
  };
  parser.ondoctype = () => {
    refusal = 'unsafe';
  };
  parser.onopentagstart = () => {
    attributes = 0;
  };
  parser.onattribute = () => {
    attributes += 1;
    if (attributes > maxAttributes) refusal ??= 'unsafe';
  };
  parser.onopentag = () => {
    if (hasRoot && depth === 0) refusal ??= 'damaged';
    hasRoot = true;
    depth += 1;
    if (depth > maxDepth) refusal ??= 'unsafe';
  };
  parser.onclosetag = () => {
    depth -= 1;
  };
  let decoder: TextDecoder | undefined;
  let start = Buffer.alloc(0);
  const parse = (text: string): UploadRefusal | undefined => {
    // Its errors are sticky: after one, it only repeats it.
    if (refusal === undefined) parser.write(text);
    return refusal;
  };
  const decode = (bytes?: Uint8Array): UploadRefusal | undefined => {
    try {
      return parse(decoder?.decode(bytes, { stream: bytes !== undefined }) ?? '');
    } catch {
      return 'damaged';
    }
  };
  return {
    write: (piece) => {
      if (decoder !== undefined) return decode(piece);
      start = Buffer.concat([start, piece]);
      if (start.length < maxDeclarationBytes) return undefined;
      decoder = decoderOf(start);
      return decoder === undefined ? 'damaged' : decode(start);
    },
    end: () => {
      if (decoder === undefined) {
        decoder = decoderOf(start);
        const early = decoder === undefined ? 'damaged' : decode(start);
        if (early !== undefined) return early;
      }
      const last = decode();
      if (last !== undefined) return last;
      parser.close();
      return refusal ?? (hasRoot && depth === 0 ? undefined : 'damaged');
    },
  };
}

/** How much of the file is awaited to find the encoding in its declaration. */
const maxDeclarationBytes = 256;

/** Decodes what the declaration says; undefined for encodings that are not accepted. */
function decoderOf(start: Buffer): TextDecoder | undefined {
  const declaration = /^[^>]*>/.exec(start.toString('latin1'))?.[0] ?? '';
  const encoding = (/\bencoding\s*=\s*["']([\w-]+)["']/.exec(declaration)?.[1] ?? 'utf-8').toLowerCase();
  return encodings.has(encoding) ? new TextDecoder(encoding, { fatal: true }) : undefined;
}
