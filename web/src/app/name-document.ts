/**
 * Calls the document what the heading of its page says, in whatever language and however late that comes: tabs,
 * bookmarks and screen readers tell pages apart by it.
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
