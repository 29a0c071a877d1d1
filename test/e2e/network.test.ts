import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { severtelecom } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import { api, breakApi, restoreApi, setOffline, slowDownApi } from './network.ts';
import { provokeFailures, test } from './page.ts';
import { settle } from './viewer.ts';
import { ru } from './words.ts';

const technical = { as: `technical@${severtelecom.domain}` };
const orders = 'main a[href^="/orders/"]:not([href^="/orders/new"])';

test('a slow API is waited for, and the page says that it is', async ({ open }) => {
  const page = await open('/catalog', technical);
  await settle(page);
  await slowDownApi(page, 2_000);
  await page.getByRole('link', { name: ru.shell.nav.orders }).first().click();
  await page.getByRole('status', { name: ru.kit.feedback.loading }).waitFor();
  await checkAccessibility(page, ['light']);
  await page.locator(orders).first().waitFor();
});

test('a failing API is reported in words, and can be retried', async ({ open }) => {
  const page = await open('/catalog', technical);
  await settle(page);
  provokeFailures(page, api);
  await breakApi(page);
  await page.getByRole('link', { name: ru.shell.nav.orders }).first().click();
  await page.getByRole('alert').getByText(ru.kit.feedback.errorTitle).waitFor();
  await checkAccessibility(page);
  await restoreApi(page);
  await page.getByRole('button', { name: ru.kit.feedback.retry }).click();
  await page.locator(orders).first().waitFor();
});

test('without a network the page says so, keeps what it shows, and recovers', async ({ open }) => {
  const page = await open('/orders', technical);
  await page.locator(orders).first().waitFor();
  provokeFailures(page, /./);
  await setOffline(page, true);
  await page.getByText(ru.kit.feedback.offlineTitle).waitFor();
  await page.locator(orders).first().waitFor();
  await checkAccessibility(page);
  await setOffline(page, false);
  await page.getByText(ru.kit.feedback.offlineTitle).waitFor({ state: 'hidden' });
});

describe('a script that does not come', () => {
  const scripts = /\/assets\/.*\.js$/;
  /** Lets no script come any more that the browser does not have. */
  const loseScripts = async (page: Page, which = scripts) => {
    provokeFailures(page, which);
    await page.route(which, (route) => route.fulfill({ status: 404, body: 'gone' }));
  };

  test('is fetched by one reload after a deployment has removed it', async ({ open }) => {
    const page = await open('/catalog', technical);
    await settle(page);
    await loseScripts(page);
    let reloads = 0;
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) return;
      reloads += 1;
      void page.unroute(scripts);
    });
    await page.getByRole('link', { name: ru.shell.nav.services }).first().click();
    await page.getByRole('heading', { level: 1, name: ru.shell.nav.services }).waitFor();
    expect(reloads).toBe(1);
  });

  test('is reported if a reload does not help, and can be retried', async ({ open }) => {
    const page = await open('/catalog', technical);
    await settle(page);
    provokeFailures(page, /./);
    await setOffline(page, true);
    await page.getByRole('link', { name: ru.shell.nav.services }).first().click();
    await page.getByRole('heading', { name: ru.kit.feedback.pageTitle }).waitFor();
    await checkAccessibility(page);
    await setOffline(page, false);
    await page.getByRole('button', { name: ru.kit.feedback.retry }).click();
    await page.getByRole('heading', { level: 1, name: ru.shell.nav.services }).waitFor();
  });

  test('leaves the page and its input unchanged if only a part of it is missing', async ({ open }) => {
    const page = await open('/account', technical);
    await settle(page);
    await page.getByLabel(ru.account.oldPassword).fill('half a password');
    await loseScripts(page, /user-menu-items/);
    await page.getByRole('button', { name: severtelecom.name }).click();
    await page.getByRole('alert').getByText(ru.kit.feedback.partTitle).waitFor();
    await checkAccessibility(page);
    expect(await page.getByLabel(ru.account.oldPassword).inputValue()).toBe('half a password');
  });

  test.for([
    { what: 'script', lost: scripts },
    { what: 'configuration', lost: /\/config\.json$/ },
  ])('or a $what without which nothing starts: even that is said', async ({ lost }, { open }) => {
    const page = await open('about:blank');
    await loseScripts(page, lost);
    provokeFailures(page, /./);
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Кабинет не загрузился' }).waitFor();
    await page.getByRole('heading', { name: 'The cabinet did not load' }).waitFor();
    await page.unroute(lost);
    await page.getByRole('link', { name: 'Обновить' }).click();
    await page.getByRole('heading', { level: 1, name: ru.signIn.title }).waitFor();
  });
});
