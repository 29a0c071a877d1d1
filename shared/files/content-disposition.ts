/**
 * `Content-Disposition` header with a file's original name.
 *
 * @see RFC 6266, 4.3 and RFC 5987, 3.2: the plain name is a fallback for old clients
 */
export function contentDisposition(disposition: 'attachment' | 'inline', fileName: string): string {
  const plain = fileName.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
