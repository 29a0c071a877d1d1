import { webFont } from './theme.ts';

/** Long enough for most networks, in milliseconds. */
const maxWait = 1_000;

/**
 * Waits for the font of the pages: it is wider or narrower than the system's, so text that is shown before moves when
 * the font arrives, possibly away from under the pointer. A font that is late or fails to load is not an error: the text
 * appears in the system's.
 */
export async function loadFonts(): Promise<void> {
  // A letter of each file that every page needs: Cyrillic and Latin.
  const letters = String.fromCodePoint(0x44f, 0x61);
  const loading = document.fonts.load(`1rem ${webFont}`, letters).catch(() => undefined);
  await Promise.race([loading, new Promise((resolve) => setTimeout(resolve, maxWait))]);
}
