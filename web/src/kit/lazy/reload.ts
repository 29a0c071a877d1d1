const storageKey = 'cabinet-reloaded';
/** A page that fails again within this time, in milliseconds, is not helped by reloading. */
const recently = 60_000;

/**
 * Reloads the page where that promises help: the cabinet can be reached, so that its newest scripts are to be had, and it
 * was not tried just now. Without a network the browser would replace the page with an error of its own.
 *
 * @returns whether the page is about to go
 */
export async function reloadOnce(now: number = Date.now()): Promise<boolean> {
  if (now - Number(sessionStorage.getItem(storageKey) ?? 0) < recently) return false;
  try {
    const { ok } = await fetch('/config.json', { cache: 'no-store', signal: AbortSignal.timeout(5_000) });
    if (!ok) return false;
  } catch {
    return false;
  }
  sessionStorage.setItem(storageKey, String(now));
  location.reload();
  return true;
}
