import { createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, gzipSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it, test } from 'vitest';
import { inspectContent } from '../../../../functions/inspection/inspect-content.ts';
import { drawPdf, drawPng } from '../../../../infra/demo/applications/draw-scan.ts';
import type { FileType } from '../../../../shared/uploads/file-type.ts';
import { otherPart, wordDocument, workbook, zipOf } from './zip-file.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Passes a file in pieces of a size, and counts what is read again. */
async function inspect(bytes: Buffer, mimeType: string, pieceBytes = 65_536) {
  async function* pieces() {
    await Promise.resolve();
    for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
  }
  return inspectContent(
    {
      bytes: pieces(),
      readRange: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
    },
    { mimeType, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('base64') },
  );
}

/** A PDF of pdfkit, which prints the cabinet's own documents. */
async function printed(): Promise<Buffer> {
  const document = new PDFDocument();
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.once('end', resolve));
  document.text('Order');
  document.end();
  await ended;
  return Buffer.concat(parts);
}

/** A greyscale TIFF of one pixel, with its directory at the end, in either byte order. */
function drawTiff(isLittleEndian: boolean): Buffer {
  const entries = [
    [256, 3, 1, 1],
    [257, 3, 1, 1],
    [258, 3, 1, 8],
    [262, 3, 1, 1],
    [273, 4, 1, 8],
    [278, 3, 1, 1],
    [279, 4, 1, 1],
  ] as const;
  const file = Buffer.alloc(10 + 2 + entries.length * 12 + 4);
  const u16 = (value: number, at: number) =>
    isLittleEndian ? file.writeUInt16LE(value, at) : file.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    isLittleEndian ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at);
  file.write(isLittleEndian ? 'II' : 'MM', 'latin1');
  u16(42, 2);
  u32(10, 4);
  u16(entries.length, 10);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 12 + index * 12;
    u16(tag, at);
    u16(type, at + 2);
    u32(count, at + 4);
    if (type === 3) u16(value, at + 8);
    else u32(value, at + 8);
  }
  return file;
}

/** A picture of one pixel, as libjpeg writes it. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA//9k=',
  'base64',
);

const table = 'Адрес;Порты\r\nМосква, ул. Правды, 1;24\r\n';
/** The same in windows-1251: its Cyrillic letters are in the order of Unicode. */
const in1251 = Buffer.from(
  Array.from(table, (letter) => {
    const code = letter.codePointAt(0)!;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  }),
);
const orders = `<?xml version="1.0" encoding="UTF-8"?>\n<orders><order id="1">${'Заказ'.repeat(100)}</order></orders>`;

const sound: readonly (readonly [string, FileType, () => Buffer | Promise<Buffer>])[] = [
  ['a PDF', 'application/pdf', () => drawPdf('page')],
  ['a PDF of a library', 'application/pdf', printed],
  [
    'a PDF whose header is preceded by other bytes',
    'application/pdf',
    () => Buffer.concat([Buffer.alloc(200, ' '), drawPdf('page')]),
  ],
  ['a JPEG', 'image/jpeg', () => jpeg],
  [
    'a JPEG with data of the camera at the end',
    'image/jpeg',
    () => Buffer.concat([jpeg, Buffer.alloc(900, 'SEFT')]),
  ],
  ['a PNG', 'image/png', drawPng],
  ['a TIFF of the order of Intel', 'image/tiff', () => drawTiff(true)],
  ['a TIFF of the order of Motorola', 'image/tiff', () => drawTiff(false)],
  ['a table in UTF-8', 'text/csv', () => Buffer.from(table)],
  ['a table in UTF-8 with a byte order mark', 'text/csv', () => Buffer.from(`\ufeff${table}`)],
  ['a table in windows-1251', 'text/csv', () => in1251],
  ['a table without a last line feed', 'text/csv', () => Buffer.from('a,b')],
  ['XML', 'application/xml', () => Buffer.from(orders)],
  [
    'XML in windows-1251',
    'application/xml',
    () =>
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="windows-1251"?><a>'),
        in1251,
        Buffer.from('</a>'),
      ]),
  ],
  ['a ZIP', 'application/zip', () => zipOf([{ name: 'Папка/Данные.csv', content: table }])],
  ['gzip', 'application/gzip', () => gzipSync(table.repeat(1000))],
  ['a workbook', xlsx, () => zipOf(workbook())],
  ['a document', docx, () => zipOf(wordDocument())],
  [
    'a document with an embedded workbook',
    docx,
    () => zipOf([...wordDocument(), { name: 'word/embeddings/a.xlsx', content: zipOf(workbook()) }]),
  ],
];

describe('the inspection accepts', () => {
  it.each(sound)('%s, in large and in small pieces', async (_, mimeType, make) => {
    const bytes = await make();
    for (const pieceBytes of [65_536, 7, 1])
      expect([pieceBytes, await inspect(bytes, mimeType, pieceBytes)]).toEqual([pieceBytes, 'clean']);
  });
});

describe('the inspection refuses as damaged', () => {
  it.each(sound.filter(([, mimeType]) => mimeType !== 'text/csv'))(
    '%s, cut off',
    async (_, mimeType, make) => {
      const bytes = await make();
      const cut = bytes.subarray(0, Math.floor(bytes.length * (mimeType === 'image/jpeg' ? 0.1 : 0.9)));
      expect(await inspect(cut, mimeType)).toBe('damaged');
    },
  );

  const twoRoots = '<?xml version="1.0"?><a></a><b></b>';
  it.each<[string, FileType, Buffer]>([
    [
      'a PDF with a table of objects behind its end',
      'application/pdf',
      Buffer.from('%PDF-1.7\nstartxref\n999\n%%EOF'),
    ],
    ['a PDF without a table of objects', 'application/pdf', Buffer.from('%PDF-1.7\n%%EOF')],
    ['a TIFF with a directory behind its end', 'image/tiff', Buffer.from('II*\0\xff\xff\xff\x7f', 'latin1')],
    ['a TIFF without entries', 'image/tiff', Buffer.from('II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1')],
    [
      'a workbook with a list of types that is not well-formed',
      xlsx,
      zipOf(workbook(undefined, '<Override>')),
    ],
    ['XML that is not well-formed', 'application/xml', Buffer.from('<?xml version="1.0"?><a><b></a>')],
    ['XML with two roots', 'application/xml', Buffer.from(twoRoots)],
    ['XML without a root', 'application/xml', Buffer.from('<?xml version="1.0"?>')],
    ['XML with an unknown entity', 'application/xml', Buffer.from('<?xml version="1.0"?><a>&b;</a>')],
    [
      'XML in another encoding than it says',
      'application/xml',
      Buffer.concat([Buffer.from('<?xml version="1.0"?><a>'), in1251, Buffer.from('</a>')]),
    ],
    [
      'XML with a token without end',
      'application/xml',
      Buffer.from(`<?xml version="1.0"?><a b="${'c'.repeat(300_000)}"/>`),
    ],
    [
      'gzip with a wrong checksum',
      'application/gzip',
      Buffer.concat([gzipSync(table).subarray(0, -8), Buffer.alloc(8)]),
    ],
    [
      'a ZIP without a directory',
      'application/zip',
      Buffer.from('PK\x03\x04 and nothing else that is needed'),
    ],
  ])('%s', async (_, mimeType, bytes) => {
    expect(await inspect(bytes, mimeType)).toBe('damaged');
  });
});

describe('the inspection refuses as unsafe', () => {
  const zeros = Buffer.alloc(32 * 1024 * 1024);
  const entities = '<!DOCTYPE a [<!ENTITY b "cccc"><!ENTITY d "&b;&b;&b;">]>';
  const external = '<!DOCTYPE a SYSTEM "file:///etc/passwd">';
  const deep = `<?xml version="1.0"?>${'<a>'.repeat(300)}${'</a>'.repeat(300)}`;
  const wide = `<?xml version="1.0"?><a ${Array.from({ length: 1500 }, (_, index) => `b${String(index)}="1"`).join(' ')}/>`;
  const lines = { name: 'a.csv', content: table };
  it.each<[string, FileType, () => Buffer]>([
    [
      'a workbook that would not fit into memory',
      xlsx,
      () =>
        zipOf([
          ...workbook(),
          { name: 'xl/media/a.bin', content: randomBytes(1_600_000), declaredSize: 300_000_000 },
        ]),
    ],
    [
      'XML with entities that expand',
      'application/xml',
      () => Buffer.from(`<?xml version="1.0"?>${entities}<a>&d;</a>`),
    ],
    [
      'XML that refers to another file',
      'application/xml',
      () => Buffer.from(`<?xml version="1.0"?>${external}<a/>`),
    ],
    ['XML of too many levels', 'application/xml', () => Buffer.from(deep)],
    ['XML with too many attributes', 'application/xml', () => Buffer.from(wide)],
    ['a bomb of gzip', 'application/gzip', () => gzipSync(zeros)],
    ['a bomb of ZIP', 'application/zip', () => zipOf([{ name: 'a.csv', content: zeros }])],
    [
      'a bomb whose entries share their data',
      'application/zip',
      () => zipOf([lines, { ...lines, name: 'b.csv', overlaps: true }]),
    ],
    [
      'a ZIP with a path out of its folder',
      'application/zip',
      () => zipOf([{ name: '../../a.csv', content: table }]),
    ],
    [
      'a ZIP with an absolute path',
      'application/zip',
      () => zipOf([{ name: '/etc/passwd', content: table }]),
    ],
    ['a ZIP with a password', 'application/zip', () => zipOf([{ ...lines, isEncrypted: true }])],
    ['a ZIP in a ZIP', 'application/zip', () => zipOf([{ name: 'b.ZIP', content: zipOf([lines]) }])],
    [
      'a ZIP of too many files',
      'application/zip',
      () =>
        zipOf(Array.from({ length: 10_001 }, (_, index) => ({ name: `${String(index)}.csv`, content: 'a' }))),
    ],
    [
      'a workbook with a program',
      xlsx,
      () => zipOf([...workbook(), { name: 'xl/vbaProject.bin', content: 'x' }]),
    ],
    [
      'a workbook with a macro sheet',
      xlsx,
      () => zipOf([...workbook(), { name: 'xl/macrosheets/sheet1.xml', content: 'x' }]),
    ],
    [
      'a workbook with macros that is called one without',
      xlsx,
      () => zipOf(workbook('vnd.ms-excel.sheet.macroEnabled.main')),
    ],
    ...Object.entries({
      'a program of another name': otherPart('xl/a.bin', 'vnd.ms-office.vbaProject'),
      'a macro sheet of another name': otherPart('xl/worksheets/a.xml', 'vnd.ms-excel.macrosheet+xml'),
      'a type in other letters': otherPart('xl/a.xml', 'vnd.ms-excel.sheet.MACROENABLED.main+xml'),
      'a type that is written as a reference': otherPart(
        'xl/a.xml',
        'vnd.ms-excel.sheet.macro&#69;nabled.main+xml',
      ),
    }).map(([what, others]): [string, FileType, () => Buffer] => [
      `a workbook with ${what}`,
      xlsx,
      () => zipOf(workbook(undefined, others)),
    ]),
    [
      'a workbook with a document type in its list of types',
      xlsx,
      () => zipOf([{ name: '[Content_Types].xml', content: '<!DOCTYPE a><Types/>' }, ...workbook().slice(1)]),
    ],
    [
      'a workbook with a second list of types',
      xlsx,
      () => zipOf([...workbook(), { name: '[content_types].xml', content: '<Types/>' }]),
    ],
    ['a ZIP in a ZIP with a space', 'application/zip', () => zipOf([{ name: 'b.zip ', content: 'a' }])],
    [
      'a ZIP with a name that ends early',
      'application/zip',
      () => zipOf([{ name: 'a.exe\0.csv', content: 'a' }]),
    ],
    [
      'a ZIP with a symbolic link',
      'application/zip',
      () => zipOf([{ name: 'a', content: '/etc', isLink: true }]),
    ],
    [
      'a ZIP with a directory that would not fit into memory',
      'application/zip',
      () =>
        zipOf(
          Array.from({ length: 70 }, (_, index) => ({
            name: `${String(index)}.csv`,
            content: 'a',
            comment: Buffer.alloc(65_535, 'a'),
          })),
        ),
    ],
    [
      'a workbook that is a bomb',
      xlsx,
      () => zipOf([...workbook(), { name: 'xl/sharedStrings.xml', content: zeros }]),
    ],
  ])('%s', async (_, mimeType, make) => {
    expect(await inspect(make(), mimeType)).toBe('unsafe');
  });
});

describe('the inspection refuses as of another type', () => {
  const program = Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), drawPdf('page')]);
  it.each<[string, FileType, Buffer]>([
    ['a program that is called a PDF', 'application/pdf', program],
    ['a table with a line that is too long', 'text/csv', Buffer.from(`a,b\n${'c'.repeat(70_000)}\n`)],
    ['a ZIP that is called a document', docx, zipOf([{ name: 'a.csv', content: table }])],
    ['a workbook that is called a document', docx, zipOf(workbook())],
    ['a document that is called a workbook', xlsx, zipOf(wordDocument())],
    ['a workbook of another type of content', xlsx, zipOf(workbook('vnd.ms-excel.template.main'))],
    ['a PDF that is called a picture', 'image/png', drawPdf('page')],
    ['a picture that is called a table', 'text/csv', drawPng()],
    ['a page that is called a table', 'text/csv', Buffer.from('<html>,</html>')],
    ['a program that is called a table', 'text/csv', Buffer.from('#!/bin/sh\nrm -r a,b\n')],
    ['a text without columns', 'text/csv', Buffer.from('Москва\nТверь\n')],
    ['a table with an empty byte', 'text/csv', Buffer.from('a,b\n\0,c\n')],
    ['a table in neither encoding', 'text/csv', Buffer.from('a,b\n\x98\xff,c\n', 'latin1')],
    ['a table with a line that never ends', 'text/csv', Buffer.from(`a,b\n${'c'.repeat(100_000)}`)],
    ['a text that is called XML', 'application/xml', Buffer.from('orders')],
    ['a text that is called gzip', 'application/gzip', Buffer.from(table)],
    ['an empty file', 'application/pdf', Buffer.alloc(0)],
    ['a type that nobody accepts', 'text/html' as FileType, Buffer.from('<html>')],
  ])('%s', async (_, mimeType, bytes) => {
    expect(await inspect(bytes, mimeType)).toBe('otherType');
  });
});

test('a workbook whose part is larger than its directory says is refused', async () => {
  const lying = zipOf([
    ...workbook(),
    { name: 'xl/a.xml', content: Buffer.alloc(1_000_000), declaredSize: 10 },
  ]);
  expect(await inspect(lying, xlsx)).toBe('damaged');
});

test('other bytes than were announced are refused, whatever their structure is', async () => {
  const bytes = drawPdf('page');
  const announced = { mimeType: 'application/pdf', size: bytes.length, sha256: 'none' };
  async function* all() {
    await Promise.resolve();
    yield bytes;
  }
  const readRange = () => Promise.reject(new Error('not read'));
  expect(await inspectContent({ bytes: all(), readRange }, announced)).toBe('otherContent');
  expect(await inspectContent({ bytes: all(), readRange }, { ...announced, size: 1 })).toBe('otherSize');
});

test('a file that cannot be read again is no fault of the file', async () => {
  const bytes = zipOf(workbook());
  async function* all() {
    await Promise.resolve();
    yield bytes;
  }
  const sha256 = createHash('sha256').update(bytes).digest('base64');
  const readRange = () => Promise.reject(new Error('busy'));
  await expect(
    inspectContent({ bytes: all(), readRange }, { mimeType: xlsx, size: bytes.length, sha256 }),
  ).rejects.toThrow('busy');
});

describe('a file of 110 MB takes the memory of a small one', () => {
  const piece = Buffer.from(`${'x'.repeat(98)};\n`.repeat(655));
  const count = 1750;
  const compressible = deflateRawSync(piece);
  it.each<[string, FileType]>([
    ['as a table', 'text/csv'],
    ['as gzip', 'application/gzip'],
    ['as XML', 'application/xml'],
    ['as a PDF', 'application/pdf'],
  ])('%s', async (_, mimeType) => {
    const { peak, result } = await watch(mimeType, piece, count);
    expect(['clean', 'damaged']).toContain(result);
    // The pieces are one buffer, so all that grows is what the inspection keeps.
    expect(peak).toBeLessThan(120 * 1024 * 1024);
    expect(compressible.length).toBeLessThan(piece.length);
  });
});

/** Inspects a large file, and returns by how much the process grew. */
async function watch(mimeType: FileType, piece: Buffer, count: number) {
  const starts: Partial<Record<FileType, string>> = {
    'application/xml': '<?xml version="1.0"?><a>',
    'application/pdf': '%PDF-1.7\n',
  };
  const ends: Partial<Record<FileType, string>> = {
    'application/xml': '</a>',
    'application/pdf': '\nstartxref\n9\n%%EOF\n',
  };
  const part = mimeType === 'application/gzip' ? gzipSync(piece, { level: 0 }) : piece;
  const start = Buffer.from(starts[mimeType] ?? '');
  const end = Buffer.from(ends[mimeType] ?? '');
  const hash = createHash('sha256').update(start);
  for (let index = 0; index < count; index += 1) hash.update(part);
  const sha256 = hash.update(end).digest('base64');
  const size = start.length + count * part.length + end.length;
  const before = process.memoryUsage().rss;
  let peak = 0;
  async function* pieces() {
    await Promise.resolve();
    yield start;
    for (let index = 0; index < count; index += 1) {
      yield part;
      peak = Math.max(peak, process.memoryUsage().rss - before);
    }
    yield end;
  }
  const readRange = (offset: number, length: number) =>
    Promise.resolve(
      Buffer.concat([Buffer.alloc(length), end])
        .subarray(-length)
        .subarray(0, size - offset),
    );
  const result = await inspectContent({ bytes: pieces(), readRange }, { mimeType, size, sha256 });
  return { peak, result };
}
