import PDFDocument from 'pdfkit';
import { fontFiles, runsOf } from './fonts.ts';
import type { Field, StandardApplication } from './standard-application.ts';
import { unpackWoff } from './woff.ts';

/** A4 in points, with margins for a hole punch and a stamp. */
const margins = { top: 50, bottom: 50, left: 70, right: 50 };
const labelWidth = 165;

/** Renders the standard application as a PDF: A4, selectable text, with lines to write on in blank fields. */
export async function renderApplication(application: StandardApplication): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins,
    lang: 'ru-RU',
    info: { Title: application.title },
    // The standard fonts have no Cyrillic, and are not loaded.
    font: '',
  });
  const pieces: Buffer[] = [];
  document.on('data', (piece: Buffer) => pieces.push(piece));
  const isDone = new Promise<void>((resolve) => document.once('end', resolve));
  for (const [name, bytes] of fonts()) document.registerFont(name, bytes);

  write(document, `В ${application.addressee}`, { align: 'right' });
  document.moveDown(1.5);
  write(document, application.title, { size: 15, isBold: true, align: 'center' });
  if (application.code !== undefined) {
    write(document, `Код заявления: ${application.code}`, { size: 9, align: 'center' });
  }
  for (const { heading, fields } of application.sections) {
    document.moveDown(0.8);
    write(document, heading, { size: 12, isBold: true });
    document.moveDown(0.3);
    for (const field of fields) writeField(document, field);
  }
  document.moveDown(0.8);
  write(document, application.statement);
  document.moveDown(0.8);
  write(document, 'Приложения:', { isBold: true });
  for (const [index, name] of application.attachments.entries()) {
    write(document, `${String(index + 1)}) ${name}`);
  }
  writeSignature(document);
  document.end();
  await isDone;
  return Buffer.concat(pieces);
}

let unpackedFonts: readonly (readonly [name: string, bytes: Buffer])[] | undefined;

/** The fonts, unpacked for the first document of the process. */
function fonts() {
  unpackedFonts ??= Object.entries(fontFiles).map(
    ([name, bytes]) => [name, unpackWoff(Buffer.from(bytes))] as const,
  );
  return unpackedFonts;
}

interface Style {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly x?: number;
  readonly y?: number;
}

/** Writes a text at the current line, each part in the font of its alphabet. Only one line can be centred or at the right. */
function write(document: PDFKit.PDFDocument, text: string, style: Style = {}): void {
  const { size = 10.5, isBold = false, align = 'left', y = document.y } = style;
  const runs = runsOf(text).map(({ alphabet, text: part }) => ({
    part,
    font: isBold ? boldOf[alphabet] : alphabet,
  }));
  document.fontSize(size);
  const width = runs.reduce((sum, { part, font }) => sum + document.font(font).widthOfString(part), 0);
  const free = document.page.width - margins.left - margins.right - width;
  const { x = margins.left + free * shares[align] } = style;
  for (const [index, { part, font }] of runs.entries()) {
    document.font(font);
    const options = { continued: index < runs.length - 1, lineGap: 2 };
    if (index === 0) document.text(part, x, y, options);
    else document.text(part, options);
  }
}

/** Share of the free width that goes before a text. */
const shares = { left: 0, center: 0.5, right: 1 } as const;
const boldOf = { latin: 'boldLatin', cyrillic: 'boldCyrillic' } as const;

function writeField(document: PDFKit.PDFDocument, { label, value }: Field): void {
  const left = margins.left + labelWidth;
  const right = document.page.width - margins.right;
  if (document.y > document.page.height - 90) document.addPage();
  const { y } = document;
  write(document, label);
  if (value !== undefined) write(document, value, { x: left, y });
  const bottom = document.y;
  document.moveTo(left, bottom).lineTo(right, bottom).lineWidth(0.5).strokeColor('#666666').stroke();
  document.y = bottom + 5;
}

/** Signature, date and stamp, together on one page. */
function writeSignature(document: PDFKit.PDFDocument): void {
  if (document.y > document.page.height - 190) document.addPage();
  document.moveDown(2);
  for (const label of ['Должность', 'Подпись и расшифровка', 'Дата']) {
    writeField(document, { label, value: undefined });
    document.moveDown(0.6);
  }
  document.moveDown(1);
  write(document, 'М.П.', { size: 12 });
}
