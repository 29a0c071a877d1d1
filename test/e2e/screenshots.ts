/**
 * `npm run screenshots [-- <directory>]`: pictures of every page of the demo at 1440 and 390 px, of the main ones in
 * both languages and schemes, as `orders-1440-ru-light.png`. Into `dist/screenshots` by default.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { cabinetPages, visit, type CabinetPage } from './addresses.ts';
import { openDemoCabinet } from './cabinet.ts';
import { findChromium } from './chromium.ts';
import { launch } from './launch.ts';
import { createSession, type Session } from './session.ts';
import { describeContext, languages, schemes, widths, type Viewer } from './viewer.ts';

const directory = process.argv[2] ?? 'dist/screenshots';
mkdirSync(directory, { recursive: true });
const chromium = await findChromium();
const { cabinet, close } = await openDemoCabinet();
const browser = await launch(chromium);
try {
  for (const page of cabinetPages) {
    // For every page: a session lasts a quarter of an hour, and can then be renewed only once.
    const session = page.as === undefined ? undefined : await createSession(cabinet, page.as);
    for (const viewer of viewersOf(page)) await takePicture(browser, page, viewer, session);
  }
} finally {
  await browser.close();
  await close();
}

function viewersOf({ isMain }: CabinetPage): Required<Viewer>[] {
  const all = widths.flatMap((width) =>
    languages.flatMap((language) => schemes.map((scheme) => ({ width, language, scheme }))),
  );
  return isMain ? all : all.filter(({ language, scheme }) => language === 'ru' && scheme === 'light');
}

async function takePicture(
  within: Browser,
  cabinetPage: CabinetPage,
  viewer: Required<Viewer>,
  storageState: Session | undefined,
): Promise<void> {
  const { width, language, scheme } = viewer;
  const file = join(directory, `${cabinetPage.name}-${width}-${language}-${scheme}.png`);
  const context = await within.newContext({
    ...describeContext(cabinet.origin, viewer),
    ...(storageState && { storageState }),
  });
  try {
    const page = await context.newPage();
    await visit(page, cabinetPage);
    await page.screenshot({ path: file, fullPage: true });
    console.log(file);
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await context.close();
  }
}
