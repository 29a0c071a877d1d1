import type { BrowserContextOptions, Page } from 'playwright-core';
import { inEitherLanguage } from './words.ts';

export const languages = ['ru', 'en'] as const;
export const schemes = ['light', 'dark'] as const;
/** How wide a screen is, in CSS pixels: a model's, and a telephone's. */
export const widths = [1440, 390] as const;

export type Scheme = (typeof schemes)[number];
type Width = (typeof widths)[number];

const heights: Readonly<Record<Width, number>> = { 1440: 900, 390: 844 };

/** Screen, language and scheme in which a page is viewed. */
export interface Viewer {
  readonly language?: (typeof languages)[number];
  readonly scheme?: Scheme;
  readonly width?: Width;
}

/** How a browser context shows the cabinet to a viewer. Animations are off: nothing is judged on its way. */
export function describeContext(origin: string, viewer: Viewer): BrowserContextOptions {
  const { language = 'ru', scheme = 'light', width = 1440 } = viewer;
  return {
    baseURL: origin,
    locale: language === 'ru' ? 'ru-RU' : 'en-GB',
    timezoneId: 'Europe/Moscow',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    viewport: { width, height: heights[width] },
  };
}

/** Shows the page as a screen of that width does. */
export async function atWidth(page: Page, width: Width): Promise<void> {
  await page.setViewportSize({ width, height: heights[width] });
}

/** Waits until the page has its heading and nothing is on its way any more. */
export async function settle(page: Page): Promise<void> {
  await page
    .getByRole('heading', { level: 1 })
    .or(page.getByRole('heading', { level: 2 }))
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  const busy = page.getByRole('status', {
    name: inEitherLanguage((words) => words.kit.feedback.loading),
  });
  await busy.first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}
