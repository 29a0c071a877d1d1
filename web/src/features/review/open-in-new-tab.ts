/**
 * Shows in a new tab what has no address before it is asked for. The tab is opened at once, since browsers block what
 * opens later; it is closed where no address comes.
 *
 * @param ask asks for the address
 */
export async function openInNewTab(ask: () => Promise<{ readonly url: string }>): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    const { url } = await ask();
    if (tab === null) {
      // Blocked after all: then in this one, where the browser's own button leads back.
      location.assign(url);
      return;
    }
    tab.opener = null;
    tab.location.replace(url);
  } catch (error) {
    tab?.close();
    throw error;
  }
}
