const begin = '<!-- generated: picture -->\n\n```mermaid\n';
const end = '\n```\n\n<!-- /generated -->';

/**
 * A page with another picture between its marks.
 *
 * @throws Error if it has no marks
 */
export function replacePicture(page: string, picture: string): string {
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error('The page has no marks for the picture');
  return page.slice(0, from + begin.length) + picture + page.slice(to);
}
