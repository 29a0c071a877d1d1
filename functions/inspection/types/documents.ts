import { endOf, type TypeCheck } from './type-check.ts';

/** How far from the end the last part of a document or a picture may be: some programs append data of their own. */
const maxTrailingBytes = 4096;

/**
 * PDF: the header is within the first 1024 bytes, and the file ends with a reference to its table of objects.
 *
 * @see ISO 32000-1, 7.5.2 and 7.5.5; for the header also implementation note 13 of the PDF reference
 */
export const pdf: TypeCheck = {
  begins: (start) => /%PDF-[12]\.\d/.test(start),
  probe: async (file) => {
    const [, offset] =
      /startxref\s+(\d{1,10})\s+%%EOF(?![^]*startxref)/.exec(await endOf(file, maxTrailingBytes)) ?? [];
    return offset !== undefined && Number(offset) < file.size ? undefined : 'damaged';
  },
};

/** JPEG: start and end of the image. @see ITU-T T.81, B.1.1.3 and B.2.1 */
export const jpeg: TypeCheck = {
  begins: (start) => start.startsWith('\xff\xd8\xff'),
  probe: async (file) => ((await endOf(file, maxTrailingBytes)).includes('\xff\xd9') ? undefined : 'damaged'),
};

/** PNG: the first chunk is IHDR, the last one IEND. @see PNG specification, 5.2, 5.6 and 11.2.5 */
export const png: TypeCheck = {
  begins: (start) => start.startsWith('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
  probe: async (file) =>
    (await endOf(file, maxTrailingBytes)).includes('\0\0\0\0IEND\xae\x42\x60\x82') ? undefined : 'damaged',
};

/** Bytes of an entry of a TIFF's directory. */
const tiffEntryBytes = 12;

/** TIFF: the first directory of the image is within the file. @see TIFF revision 6.0, section 2 */
export const tiff: TypeCheck = {
  begins: (start) => start.startsWith('II*\0') || start.startsWith('MM\0*'),
  probe: async (file) => {
    const header = await file.read(0, 8);
    const isLittleEndian = header.toString('latin1', 0, 1) === 'I';
    if (header.length < 8) return 'damaged';
    const offset = isLittleEndian ? header.readUInt32LE(4) : header.readUInt32BE(4);
    const count = await file.read(offset, 2);
    if (offset < 8 || count.length < 2) return 'damaged';
    const entries = isLittleEndian ? count.readUInt16LE() : count.readUInt16BE();
    // The entries are followed by the offset of the next directory.
    const end = offset + 2 + entries * tiffEntryBytes + 4;
    return entries > 0 && end <= file.size ? undefined : 'damaged';
  },
};
