/**
 * Opens a URL that has to be requested first in a new tab. The tab is opened immediately, since browsers block later
 * ones; it is closed if the request fails.
 *
 * @param ask requests the URL
 */
export async function openInNewTab(ask: () => Promise<{ readonly url: string }>): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    const { url } = await ask();
    if (tab === null) {
      // Blocked nevertheless: then in this tab, where the browser's back button returns.
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
