import { XMLParser } from 'fast-xml-parser';
import * as z from 'zod';
import { S3Error } from './s3-error.ts';

/** An XML element; its text is escaped when it is written. */
export interface XmlElement {
  readonly name: string;
  readonly content: string | number | boolean | readonly (XmlElement | undefined)[];
}

export function element(name: string, content: XmlElement['content'] = []): XmlElement {
  return { name, content };
}

/** Writes a document; all root elements except errors have S3's namespace. */
export function writeXml(root: XmlElement): string {
  const namespace = root.name === 'Error' ? '' : ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
  const written = writeElement(root).replace(/^<\w+/, `$&${namespace}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written}`;
}

function writeElement({ name, content }: XmlElement): string {
  const inner =
    typeof content === 'object'
      ? content.map((child) => (child === undefined ? '' : writeElement(child))).join('')
      : escapeText(String(content));
  return `<${name}>${inner}</${name}>`;
}

/** Also escapes control characters: a key may contain them, and a parser would normalise a bare carriage return. */
function escapeText(text: string): string {
  return text.replace(/[<>&"'\u0000-\u001f\u007f-\u009f\u2028]/g, (c) => `&#${c.charCodeAt(0)};`);
}

const parser = new XMLParser({
  parseTagValue: false,
  trimValues: false,
  ignoreAttributes: true,
  // Numeric references, which SDKs write for line ends in keys, are read only with this option.
  // oxlint-disable-next-line typescript/no-deprecated -- its successor needs a decoder to be passed
  htmlEntities: true,
  processEntities: { enabled: true, maxExpandedLength: 2_000_000 },
});

/** A repeatable child element; absent means none. */
export function repeated<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (children): unknown => (children === undefined ? [] : Array.isArray(children) ? children : [children]),
    z.array(item),
  );
}

/** A container element that may be empty, which the parser reads as text. */
export function container<Content extends z.ZodType>(content: Content) {
  return z.preprocess((text) => (typeof text === 'string' && text.trim() === '' ? {} : text), content);
}

/**
 * Parses a request's document; the shape starts at the root element.
 * @throws S3Error `MalformedXML`
 */
export function readXml<Shape extends z.ZodType>(document: string, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(document.includes('<!DOCTYPE') ? undefined : parse(document));
  if (parsed.success) return parsed.data;
  throw new S3Error(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );
}

function parse(document: string): unknown {
  try {
    return parser.parse(document);
  } catch {
    return undefined;
  }
}
