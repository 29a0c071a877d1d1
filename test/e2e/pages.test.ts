import { expect } from 'vitest';
import { managerLogin, severtelecom } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import { cabinetPages, isOfCarrier } from './addresses.ts';
import { lookAtPages } from './look-at-pages.ts';
import { test } from './page.ts';
import { settle } from './viewer.ts';
import { ru } from './words.ts';

lookAtPages(cabinetPages.filter((page) => !isOfCarrier(page)));

test.for([`technical@${severtelecom.domain}`, managerLogin])(
  'what moved since the last visit is marked on the home of %s',
  async (as, { open }) => {
    const page = await open('/', { as });
    const marks = page.getByRole('main').getByText(ru.home.new, { exact: true });
    /** As a browser that was here at the one moment, and is at the other. */
    const visited = async (before: string, now: string) => {
      await page.evaluate(`localStorage.setItem('cabinet-last-visit', '${before} ${now}')`);
      await page.reload();
      await settle(page);
    };
    const now = new Date().toISOString();
    await visited('2000-01-01T00:00:00.000Z', now);
    await marks.first().waitFor();
    await visited('2100-01-01T00:00:00.000Z', now);
    expect(await marks.count()).toBe(0);
  },
);

test('an open calendar is accessible, its weekends too', async ({ open }) => {
  const page = await open('/catalog', { as: `technical@${severtelecom.domain}` });
  await page.locator('main a[href^="/catalog/"]').first().click();
  await page.locator('main a[href^="/orders/new"]').first().click();
  await page.getByLabel(ru.order.order.requestedCompletion).click();
  const days = page.locator('button[data-weekend]');
  await days.first().waitFor();
  await page.getByRole('button', { name: ru.kit.date.later }).click();
  expect(
    await page.locator('button[data-weekend]:not([data-disabled], [data-outside])').count(),
  ).toBeGreaterThan(7);
  await checkAccessibility(page);
});
