/** How long to wait for the heading of a page, in milliseconds. */
const maxWait = 10_000;

let stopWaiting = () => {};

/**
 * Moves the focus to the heading of the page that has come or is coming, so that a screen reader says where one is and
 * the next Tab goes on from there. Scrolling is left to the router. Stops if the user moves the focus meanwhile.
 */
export function focusHeading(): void {
  stopWaiting();
  const before = document.activeElement;
  const tryNow = () => {
    const { activeElement } = document;
    // A link that went away with the old page leaves the focus on the body: nobody moved it.
    const moved = activeElement !== before && activeElement !== document.body;
    const heading = findHeading();
    if (!moved && heading === null) return;
    stopWaiting();
    if (moved || heading === null) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(tryNow);
  const timeout = setTimeout(() => {
    stopWaiting();
  }, maxWait);
  stopWaiting = () => {
    observer.disconnect();
    clearTimeout(timeout);
  };
  observer.observe(document.body, { childList: true, subtree: true });
  tryNow();
}

/** The heading of the page; of the notice that stands in its place once nothing is on its way. */
function findHeading(): HTMLElement | null {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading !== null || document.querySelector('main [role="status"]') !== null) return heading;
  return document.querySelector('main h2');
}
