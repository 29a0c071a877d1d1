import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { severtelecom } from '../../infra/demo/people.ts';
import { test } from './page.ts';
import { settle } from './viewer.ts';

const WATCH_SHIFTS = `
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { startTime, sources } of list.getEntries())
      shifts.push(Math.round(startTime) + ' ms: ' + sources.map(({ node }) => node.textContent.slice(0, 40)).join(', '));
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Loads a page while its fonts arrive late. Resolves with everything that moved. */
async function shiftsOf(page: Page, address: string): Promise<unknown> {
  await page.addInitScript(WATCH_SHIFTS);
  await page.route(/\.woff2$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await route.continue();
  });
  await page.goto(address);
  await settle(page);
  // Shifts are reported with the next frame.
  await page.evaluate(
    'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
  );
  return page.evaluate('shifts');
}

test.for([
  { address: '/apply' },
  { address: '/sign-in' },
  { address: '/account', as: `technical@${severtelecom.domain}` },
])('nothing moves at $address when the fonts arrive late', async ({ address, as }, { open }) => {
  const page = await open('about:blank', as === undefined ? {} : { as });
  expect(await shiftsOf(page, address)).toEqual([]);
});
