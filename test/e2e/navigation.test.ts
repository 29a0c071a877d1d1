import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { severtelecom, volgaline } from '../../infra/demo/people.ts';
import { test } from './page.ts';
import { settle } from './viewer.ts';
import { ru } from './words.ts';

const technical = { as: `technical@${severtelecom.domain}` };

describe('a user who goes to another page', () => {
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
  const focused = async (page: Page) => (await page.locator(':focus').textContent()) ?? '';
  const scrolled = (page: Page) => page.evaluate<number>('Math.round(scrollY)');

  test('is at its heading, by a link that stays and by one that goes', async ({ open }) => {
    const page = await open('/', technical);
    await settle(page);
    expect(await page.locator('h1:focus').count()).toBe(0);
    await page.getByRole('navigation').getByRole('link', { name: ru.shell.nav.orders }).click();
    await heading(page, ru.shell.nav.orders).and(page.locator(':focus')).waitFor();
    await page.locator('main a[href^="/orders/"]:not([href^="/orders/new"])').first().click();
    await page.waitForURL(/\/orders\/.+/);
    await page.locator('h1:focus').waitFor();
    expect(await focused(page)).toBe(await page.locator('h1').textContent());
  });

  test('reads where that is in the title of the document, in the language of the page', async ({ open }) => {
    // A user whom no other test uses, since the language is stored per user.
    const page = await open('/', { as: `administrator@${volgaline.domain}` });
    await page.getByRole('navigation').getByRole('link', { name: ru.shell.nav.orders }).click();
    await expect
      .poll(() => page.title(), { timeout: 15_000 })
      .toBe(`${ru.shell.nav.orders} · Кабинет оператора`);
    await page.getByRole('radiogroup').getByText('EN', { exact: true }).first().click();
    await expect.poll(() => page.title(), { timeout: 15_000 }).toBe('Orders · Operator cabinet');
  });

  test('is not called back by a filter that was typed just before', async ({ open }) => {
    const page = await open('/orders', technical);
    const order = page.locator('main a[href^="/orders/"]:not([href^="/orders/new"])').first();
    await order.waitFor();
    await page.getByLabel(ru.order.order.ownReference).fill('CT');
    await order.click();
    await page.waitForURL(/\/orders\/.+/);
    // Longer than the filter waits for more.
    await page.waitForTimeout(700);
    expect(new URL(page.url()).pathname).toMatch(/^\/orders\/.+/);
  });

  test('is at its heading, and where the page was scrolled to, on the way back, too', async ({ open }) => {
    const page = await open('/catalog', { ...technical, width: 390 });
    await settle(page);
    await page.locator('main a[href^="/catalog/"]').last().scrollIntoViewIfNeeded();
    const before = await scrolled(page);
    expect(before).toBeGreaterThan(100);
    await page.locator('main a[href^="/catalog/"]').last().click();
    await page.locator('h1:focus').waitFor();
    expect(await scrolled(page)).toBe(0);
    await page.goBack();
    await heading(page, ru.shell.nav.catalog).and(page.locator(':focus')).waitFor();
    await expect.poll(() => scrolled(page)).toBe(before);
  });

  test('keeps the focus where it is while a list is filtered', async ({ open }) => {
    const page = await open('/orders', technical);
    await settle(page);
    const filter = page.locator('main input').first();
    await filter.focus();
    await page.evaluate("history.pushState(history.state, '', '/orders?state=completed')");
    await settle(page);
    expect(await filter.and(page.locator(':focus')).count()).toBe(1);
  });
});
