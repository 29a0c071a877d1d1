import type { UploadRefusal } from '../../../shared/uploads/upload-record.ts';
import { type Archive, ArchiveRefused, readArchive } from './archive.ts';
import { contentTypesOf } from './content-types.ts';
import type { TypeCheck } from './type-check.ts';

/** ZIP: its directory, and what it says about the entries. @see APPNOTE.TXT, 4.3.7 */
export const zip: TypeCheck = { begins: beginsArchive, probe: (file) => refusalOf(() => readArchive(file)) };

/** Content of an Office document, which is unpacked to check it. */
const maxOfficeBytes = 256 * 1024 * 1024;

/** Usual names of parts with programs, whatever type is declared for them. */
const macros = /(^|\/)vbaProject\.bin$|(^|\/)macrosheets\//i;

const officeTypes = 'application/vnd.openxmlformats-officedocument';

/** An Excel workbook, or a Word document, without macros. @see ECMA-376, part 2, 10.1; part 1, 12.3.23 and 11.3.10 */
export const xlsx: TypeCheck = office('xl/workbook.xml', `${officeTypes}.spreadsheetml.sheet.main+xml`);
export const docx: TypeCheck = office(
  'word/document.xml',
  `${officeTypes}.wordprocessingml.document.main+xml`,
);

function office(mainPart: string, mainType: string): TypeCheck {
  return {
    begins: beginsArchive,
    probe: (file) =>
      refusalOf(async () => {
        const archive = await readArchive(file);
        const names = new Set(archive.entries.map(({ fileName }) => fileName));
        // Programs choose differently among parts whose names differ in case alone, or not at all.
        const distinct = new Set([...names].map((name) => name.toLowerCase()));
        if (distinct.size < archive.entries.length) throw new ArchiveRefused('unsafe');
        if (!names.has(contentTypes) || !names.has(mainPart)) throw new ArchiveRefused('otherType');
        if (archive.entries.some(({ fileName }) => macros.test(fileName))) throw new ArchiveRefused('unsafe');
        const types = contentTypesOf(await unpack(archive));
        if (!types.has(mainType)) throw new ArchiveRefused('otherType');
      }),
  };
}

const contentTypes = '[Content_Types].xml';
/** Its length; Office writes a few kilobytes. */
const maxContentTypesBytes = 1024 * 1024;

/**
 * Unpacks every part, so that none is larger than the directory says.
 *
 * @returns the list of the parts' types, as XML
 */
async function unpack({ entries, unpack: contentOf }: Archive): Promise<string> {
  const content = entries.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0);
  if (content > maxOfficeBytes) throw new ArchiveRefused('unsafe');
  const pieces: Buffer[] = [];
  for (const entry of entries) {
    const isList = entry.fileName === contentTypes;
    if (isList && entry.uncompressedSize > maxContentTypesBytes) throw new ArchiveRefused('unsafe');
    for await (const piece of contentOf(entry)) if (isList) pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function beginsArchive(start: string): boolean {
  return start.startsWith('PK\x03\x04');
}

async function refusalOf(check: () => Promise<unknown>): Promise<UploadRefusal | undefined> {
  try {
    await check();
    return undefined;
  } catch (error) {
    if (error instanceof ArchiveRefused) return error.refusal;
    throw error;
  }
}
