import type { Page } from 'playwright-core';

/**
 * Makes the access token that the page holds one that expired long ago, as time does in a quarter of an hour. Only the
 * refresh token can help then.
 */
export async function expireAccessToken(page: Page): Promise<void> {
  await page.evaluate(`
    for (const key of Object.keys(localStorage)) {
      if (!key.endsWith('.accessToken')) continue;
      const [header, payload, signature] = localStorage.getItem(key).split('.');
      const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
      const expired = btoa(JSON.stringify({ ...claims, exp: 1 })).replaceAll('=', '');
      localStorage.setItem(key, [header, expired.replaceAll('+', '-').replaceAll('/', '_'), signature].join('.'));
    }
  `);
}
