import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a ZIP, and what its headers say differently from the truth. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | string;
  readonly isEncrypted?: boolean;
  /** Size that the headers declare. */
  readonly declaredSize?: number;
  /** Shows the data of the entry before once more. */
  readonly overlaps?: boolean;
  /** Is a symbolic link to its content. */
  readonly isLink?: boolean;
  /** Comment in the directory. */
  readonly comment?: Buffer;
}

/** A ZIP file as programs write it: local headers with deflated data, and the directory. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let last = 0;
  for (const entry of entries) {
    const { name, content, isEncrypted = false, declaredSize, overlaps = false } = entry;
    const { isLink = false, comment = Buffer.alloc(0) } = entry;
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const encodedName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (isEncrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declaredSize ?? bytes.length, 18);
    common.writeUInt16LE(encodedName.length, 22);
    if (!overlaps) {
      last = offset;
      const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, encodedName, packed]);
      parts.push(local);
      offset += local.length;
    }
    const tail = Buffer.alloc(14);
    tail.writeUInt16LE(comment.length, 0);
    tail.writeUInt16LE(isLink ? 0o120_777 : 0, 8);
    tail.writeUInt32LE(last, 10);
    const madeBy = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, common, tail, encodedName, comment]));
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

/** Another part, with a type. */
export const otherPart = (name: string, type: string) =>
  `<Override PartName="/${name}" ContentType="application/${type}"/>`;

const overrides = (part: string, type: string, others = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="application/${type}+xml"/>${others}</Types>`;

const sheetType = 'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main';

/** The parts of a workbook with one sheet. */
export function workbook(type = sheetType, others = ''): ZipEntry[] {
  return [
    { name: '[Content_Types].xml', content: overrides('xl/workbook.xml', type, others) },
    { name: '_rels/.rels', content: '<Relationships/>' },
    { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="Адреса"/></sheets></workbook>' },
    { name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData/></worksheet>' },
  ];
}

/** The parts of a document with one page. */
export function wordDocument(): ZipEntry[] {
  return [
    {
      name: '[Content_Types].xml',
      content: overrides(
        'word/document.xml',
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main',
      ),
    },
    { name: 'word/document.xml', content: '<w:document><w:body/></w:document>' },
  ];
}
