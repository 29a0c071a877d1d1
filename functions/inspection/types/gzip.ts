import { createGunzip } from 'node:zlib';
import type { Observer, TypeCheck } from './type-check.ts';

/** How many times larger than the file its content may be: text compresses by 5 to 50, a bomb by 1000. */
export const maxExpansion = 200;
/** Small files may be more than that. */
export const alwaysAllowedBytes = 16 * 1024 * 1024;
/** How large the content may be, however large the file is. */
const maxContentBytes = 100 * 1024 ** 3;

/** Gzip: decompresses completely, into a bounded number of bytes. @see RFC 1952, 2.3 */
export const gzip: TypeCheck = {
  begins: (start) => start.startsWith('\x1f\x8b\x08'),
  observe: observeContent,
};

function observeContent(): Observer {
  const gunzip = createGunzip({ chunkSize: 128 * 1024 });
  let input = 0;
  let output = 0;
  let isBroken = false;
  const closed = new Promise<void>((resolve) => {
    gunzip.once('close', resolve);
  });
  gunzip.on('data', ({ length }: Buffer) => {
    output += length;
  });
  gunzip.once('error', () => {
    isBroken = true;
  });
  const refusalOf = () => {
    if (isBroken) return 'damaged';
    const allowed = Math.min(Math.max(input * maxExpansion, alwaysAllowedBytes), maxContentBytes);
    if (output <= allowed) return undefined;
    gunzip.destroy();
    return 'unsafe';
  };
  return {
    write: async (piece) => {
      input += piece.byteLength;
      await Promise.race([
        closed,
        new Promise<void>((resolve) => {
          gunzip.write(piece, () => {
            resolve();
          });
        }),
      ]);
      return refusalOf();
    },
    end: async () => {
      gunzip.end();
      await closed;
      return refusalOf();
    },
  };
}
