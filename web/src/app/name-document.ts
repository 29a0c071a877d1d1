/**
 * Keeps the document's title equal to the heading of the page, which may change with the language or appear late: tabs,
 * bookmarks and screen readers identify pages by it.
 *
 * @param name of the cabinet, behind the page's own
 * @returns stops it
 */
export function nameDocument(name: string): () => void {
  const rename = () => {
    const heading = document.querySelector('h1')?.textContent.trim() ?? '';
    const title = heading === '' ? name : `${heading} · ${name}`;
    if (document.title !== title) document.title = title;
  };
  const observer = new MutationObserver(rename);
  observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  rename();
  return () => {
    observer.disconnect();
  };
}
