import { severtelecom } from '../../infra/local/demo/people.ts';
import { strings } from '../../web/src/i18n/ru.ts';
import { checkAccessibility } from './accessibility.ts';
import { api, breakApi, restoreApi, setOffline, slowDownApi } from './network.ts';
import { provokeFailures, test } from './page.ts';
import { settle } from './viewer.ts';

const technical = { as: `technical@${severtelecom.domain}` };
const orders = 'main a[href^="/orders/"]:not([href^="/orders/new"])';

test('a slow API is waited for, and the page says that it is', async ({ open }) => {
  const page = await open('/catalog', technical);
  await settle(page);
  await slowDownApi(page, 2_000);
  await page.getByRole('link', { name: strings.nav.orders }).first().click();
  await page.getByRole('status', { name: strings.app.loading }).waitFor();
  await checkAccessibility(page, ['light']);
  await page.locator(orders).first().waitFor();
});

test('a failing API is said in words, and can be asked again', async ({ open }) => {
  const page = await open('/catalog', technical);
  await settle(page);
  provokeFailures(page, api);
  await breakApi(page);
  await page.getByRole('link', { name: strings.nav.orders }).first().click();
  await page.getByRole('alert').getByText(strings.states.errorTitle).waitFor();
  await checkAccessibility(page);
  await restoreApi(page);
  await page.getByRole('button', { name: strings.states.retry }).click();
  await page.locator(orders).first().waitFor();
});

test('without a network the page says so, keeps what it shows, and recovers', async ({ open }) => {
  const page = await open('/orders', technical);
  await page.locator(orders).first().waitFor();
  provokeFailures(page, /./);
  await setOffline(page, true);
  await page.getByText(strings.states.offlineTitle).waitFor();
  await page.locator(orders).first().waitFor();
  await checkAccessibility(page);
  await setOffline(page, false);
  await page.getByText(strings.states.offlineTitle).waitFor({ state: 'hidden' });
});
