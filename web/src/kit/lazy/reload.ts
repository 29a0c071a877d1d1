const storageKey = 'cabinet-reloaded';
/** A page that fails again within this time is not reloaded again, in milliseconds. */
const recently = 60_000;

/**
 * Reloads the page if that can help: the cabinet is reachable, so that its newest scripts can be loaded, and the page
 * has not just been reloaded. Without a network the browser would replace the page with its own error.
 *
 * @returns whether the page is being reloaded
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
