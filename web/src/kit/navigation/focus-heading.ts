/** How long to wait for the heading of a page, in milliseconds. */
const maxWait = 10_000;

let stopWaiting = () => {};

/**
 * Moves the focus to the heading of the new page, possibly after it has loaded, so that a screen reader announces the
 * page and the next Tab continues from there. Scrolling is left to the router. Stops if the user moves the focus
 * meanwhile.
 */
export function focusHeading(): void {
  stopWaiting();
  const before = document.activeElement;
  const tryNow = () => {
    const { activeElement } = document;
    // A link that disappears with the old page leaves the focus on the body, which is not a move by the user.
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

/** The heading of the page, or of the message that replaces it once nothing is loading. */
function findHeading(): HTMLElement | null {
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading !== null || document.querySelector('main [role="status"]') !== null) return heading;
  return document.querySelector('main h2');
}
