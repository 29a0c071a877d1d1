import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { managerLogin, severtelecom, volgaline } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import { cabinetPages, visit } from './addresses.ts';
import { test } from './page.ts';
import { atWidth, settle } from './viewer.ts';
import { ru } from './words.ts';

const technical = { as: `technical@${severtelecom.domain}` };

/** What of the page sticks out of the screen, in CSS pixels. */
const OVERHANG = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

test.for(cabinetPages)(
  'the page $name is accessible, on a model and on a telephone, and fits there',
  async (cabinetPage, { open }) => {
    const { as } = cabinetPage;
    const page = await open('about:blank', { ...(as !== undefined && { as }), isOnlooker: true });
    await visit(page, cabinetPage);
    await checkAccessibility(page);
    await atWidth(page, 390);
    // The colours are those of the model.
    await checkAccessibility(page, ['light']);
    expect(await page.evaluate<number>(OVERHANG)).toBeLessThanOrEqual(0);
  },
);

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
  const page = await open('/catalog', technical);
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
