import type { Page, Request } from 'playwright-core';
import { expect } from 'vitest';
import { severtelecom } from '../../infra/demo/people.ts';
import { fillLine, line, listNumbers, ownReferenceOf, readOrderNumber, sendButtonOf } from './leased-line.ts';
import { api, restoreApi, setOffline, slowDownApi } from './network.ts';
import { provokeFailures, test } from './page.ts';
import { ru } from './words.ts';

const technical = { as: `technical@${severtelecom.domain}` };
const form = `/orders/new?offering=${line}`;
const someOrder = 'main a[href^="/orders/"]:not([href^="/orders/new"])';

/** Where an order is sent to; what only checks it is elsewhere. */
const sending = /\/productOrderingManagement\/v4\/productOrder$/;
const isSending = (request: Request): boolean => request.method() === 'POST' && sending.test(request.url());

/** Notes every order that a page sends, by its idempotency key. */
function watchKeys(page: Page): (string | undefined)[] {
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (isSending(request)) keys.push(request.headers()['idempotency-key']);
  });
  return keys;
}

test('an order that is sent over a slow API is sent once, however often the button is pressed', async ({
  open,
}) => {
  const page = await open(form, technical);
  const keys = watchKeys(page);
  await fillLine(page, 'СБОЙ-1');
  await slowDownApi(page, 3_000);
  const send = sendButtonOf(page);
  await send.click();
  await page.locator('button[type=submit][data-loading]').waitFor();
  expect(await send.isDisabled()).toBe(true);
  await send.click({ force: true });
  await ownReferenceOf(page).press('Enter');
  const number = await readOrderNumber(page);
  expect(keys).toHaveLength(1);
  await restoreApi(page);
  expect(await listNumbers(page, 'СБОЙ-1')).toEqual([number]);
});

test.for([
  { status: 500, message: 'Internal Server Error' },
  { status: 503, message: 'Service Unavailable' },
  { status: 429, message: 'Too Many Requests' },
])(
  'a $status of the gateway is said in the reader’s language, and can be tried again',
  async (answer, { open }) => {
    const { status, message } = answer;
    const page = await open('/orders', technical);
    await page.locator(someOrder).first().click();
    await page.getByLabel(ru.orders.newNote).fill(`Позвоните дежурному ${status}`);
    provokeFailures(page, api);
    await page.route(api, (route) =>
      route.fulfill({ status, contentType: 'application/json', body: JSON.stringify({ message }) }),
    );
    await page.getByRole('button', { name: ru.orders.addNote }).click();
    await page.getByRole('alert').getByText(String(status)).waitFor();
    await page.getByRole('link', { name: ru.shell.nav.services }).first().click();
    await page.getByRole('alert').getByText(ru.kit.feedback.errorTitle).waitFor();
    expect(await page.getByRole('alert').textContent()).toContain(String(status));
    expect(await page.getByText(message).count()).toBe(0);
    await restoreApi(page);
    await page.getByRole('button', { name: ru.kit.feedback.retry }).click();
    await page.locator('main a[href^="/services/"]').first().waitFor();
  },
);

test('a note that could not be added stays written, and is added once', async ({ open }) => {
  const page = await open('/orders', technical);
  await page.locator(someOrder).first().click();
  const note = page.getByLabel(ru.orders.newNote);
  await note.fill('Пропуск оформлен на Иванова');
  provokeFailures(page, api);
  // It arrives; the answer does not.
  await page.route(
    /\/note$/,
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await page.getByRole('button', { name: ru.orders.addNote }).click();
  await page.getByRole('alert').getByText(ru.api.api.noAnswer).waitFor();
  expect(await note.inputValue()).toBe('Пропуск оформлен на Иванова');
  await page.getByRole('button', { name: ru.orders.addNote }).click();
  await page.getByRole('alert').waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByText('Пропуск оформлен на Иванова').waitFor();
  expect(await page.getByText('Пропуск оформлен на Иванова').count()).toBe(1);
});

test('an order whose answer is lost is sent again with the same key, and exists once', async ({ open }) => {
  const page = await open(form, technical);
  const keys = watchKeys(page);
  await fillLine(page, 'СБОЙ-2');
  provokeFailures(page, api);
  await page.route(
    sending,
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await sendButtonOf(page).click();
  await page.getByRole('alert').getByText(ru.newOrder.unansweredText).waitFor();
  // A reload in the meantime continues with the same order.
  await page.reload();
  expect(await ownReferenceOf(page).inputValue()).toBe('СБОЙ-2');
  await sendButtonOf(page).click();
  const number = await readOrderNumber(page);
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);
  expect(await listNumbers(page, 'СБОЙ-2')).toEqual([number]);
});

test('without a network the form says that nothing was sent, keeps what was written, and sends it later', async ({
  open,
}) => {
  const page = await open(form, technical);
  const keys = watchKeys(page);
  await fillLine(page, 'СБОЙ-3');
  await page.getByText(/Будет готово до/).waitFor();
  provokeFailures(page, api);
  await setOffline(page, true);
  await page.getByText(ru.kit.feedback.offlineTitle).waitFor();
  await page.getByLabel(ru.order.order.description).fill('Резерв на зиму');
  // Longer than the form waits before it checks an order: without a network the check waits, too.
  await page.waitForTimeout(700);
  await sendButtonOf(page).click();
  await page.getByRole('alert').getByText(ru.newOrder.unsentText).waitFor();
  expect(keys).toEqual([]);
  await setOffline(page, false);
  await page.getByText(ru.kit.feedback.offlineTitle).waitFor({ state: 'hidden' });
  expect(await page.getByLabel(ru.order.order.description).inputValue()).toBe('Резерв на зиму');
  await sendButtonOf(page).click();
  const number = await readOrderNumber(page);
  await page.getByText('Резерв на зиму').waitFor();
  expect(await listNumbers(page, 'СБОЙ-3')).toEqual([number]);
});
