import { expect, it } from 'vitest';
import { fontFiles } from '../../../../functions/forms/fonts.ts';
import { unpackWoff } from '../../../../functions/forms/woff.ts';

/** Sum of the big-endian words of a table, as OpenType defines its checksum. */
function checksumOf(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
  let sum = 0;
  for (let offset = 0; offset < padded.length; offset += 4) sum = (sum + padded.readUInt32BE(offset)) >>> 0;
  return sum;
}

it.each(Object.entries(fontFiles))('unpacks %s into TrueType with intact tables', (_, bytes) => {
  const font = unpackWoff(Buffer.from(bytes));
  expect(font.readUInt32BE(0)).toBe(0x00010000);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (__, index) => {
    const entry = 12 + index * 16;
    const [checksum, offset, length] = [4, 8, 12].map((at) => font.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
    ];
    return {
      tag: font.toString('latin1', entry, entry + 4),
      checksum,
      table: font.subarray(offset, offset + length),
    };
  });
  expect(tables.map(({ tag }) => tag)).toEqual(
    expect.arrayContaining(['cmap', 'glyf', 'head', 'hmtx', 'loca']),
  );
  // The checksum of `head` covers the whole file, and is calculated in another way.
  for (const { tag, checksum, table } of tables.filter((entry) => entry.tag !== 'head'))
    expect([tag, checksumOf(table)]).toEqual([tag, checksum]);
});
