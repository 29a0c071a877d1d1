import sax from 'sax';
import { ArchiveRefused } from './archive.ts';

/** Types of parts with programs: VBA, the macro sheets of older workbooks, and documents that may have either. */
const programs = /macroenabled|vbaproject|macrosheet/;

/**
 * Reads the types that an Office document's list declares for its parts, in lower case: types are compared without regard to
 * case, and any of their characters may be written as a reference, so that a search in the text would miss some.
 *
 * @see ECMA-376, part 2, 7.2.3.2 (list of content types); RFC 2045, 5.1 (case)
 * @throws ArchiveRefused for a list that is not well-formed XML, and for parts with programs
 */
export function contentTypesOf(list: string): ReadonlySet<string> {
  const types = new Set<string>();
  const parser = sax.parser(true);
  parser.onerror = () => {
    throw new ArchiveRefused('damaged');
  };
  parser.ondoctype = () => {
    throw new ArchiveRefused('unsafe');
  };
  parser.onattribute = ({ name, value }) => {
    if (name === 'ContentType') types.add(value.trim().toLowerCase());
  };
  parser.write(list).close();
  if ([...types].some((type) => programs.test(type))) throw new ArchiveRefused('unsafe');
  return types;
}
