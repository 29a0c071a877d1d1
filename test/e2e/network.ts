import type { Page } from 'playwright-core';

/** Everything that is answered by a function, at the addresses that CloudFront gives to the API. */
export const api = /^https?:\/\/[^/]+\/(?:tmf-api|cabinet)\//;

/** Makes every answer of the API wait. */
export async function slowDownApi(page: Page, milliseconds: number): Promise<void> {
  await page.route(api, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await route.continue();
  });
}

/** Makes the API fail as the gateway words it when a function does. `restoreApi` ends it. */
export async function breakApi(page: Page, status = 500): Promise<void> {
  await page.route(api, (route) =>
    route.fulfill({ status, contentType: 'application/json', body: '{"message":"Internal Server Error"}' }),
  );
}

/** Ends `slowDownApi` and `breakApi`, once what they hold back has gone on. */
export async function restoreApi(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'wait' });
}

/** Takes the network away, and gives it back. */
export async function setOffline(page: Page, offline: boolean): Promise<void> {
  await page.context().setOffline(offline);
}
