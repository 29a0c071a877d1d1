import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { managerLogin, severtelecom, volgaline } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import { fillLine, line, readOrderNumber, sendButtonOf } from './leased-line.ts';
import { api } from './network.ts';
import { provokeFailures, test } from './page.ts';
import { ru } from './words.ts';
const operator = { as: `technical@${severtelecom.domain}` };

/** A file as a user chooses it. */
const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${name}\nstartxref\n9\n%%EOF\n`),
});

const fileOf = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

async function choose(page: Page, ...files: readonly ReturnType<typeof pdf>[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page
      .getByRole('button', { name: ru.kit.upload.chooseFor.replace('{{what}}', ru.order.order.files) })
      .click(),
  ]);
  await chooser.setFiles([...files]);
}

test('files go with an order and after it, the manager fetches one, and they are hidden from all others', async ({
  open,
}) => {
  const page = await open(`/orders/new?offering=${line}`, operator);
  await fillLine(page, 'ФАЙЛЫ-1');
  await choose(page, pdf('Схема включения.pdf'), { ...pdf('setup.exe') });
  await page
    .getByRole('alert')
    .getByText(
      `setup.exe: ${ru.kit.upload.wrongType.replace('{{types}}', 'PDF, JPEG, PNG, TIFF, DOCX, XLSX или CSV')}`,
    )
    .waitFor();
  await sendButtonOf(page).click();
  await readOrderNumber(page);
  await fileOf(page, 'Схема включения.pdf').getByText(ru.kit.upload.state.accepted).waitFor();
  expect(await page.getByText('setup.exe').count()).toBe(0);

  await choose(page, pdf('Письмо № 7.pdf'));
  await fileOf(page, 'Письмо № 7.pdf').getByText(ru.kit.upload.state.accepted).waitFor();
  await checkAccessibility(page);

  const address = new URL(page.url()).pathname;
  const manager = await open(address, { as: managerLogin });
  const [download] = await Promise.all([
    manager.waitForEvent('download'),
    fileOf(manager, 'Письмо № 7.pdf')
      .getByRole('button', { name: ru.orders.attachments.downloadFile.replace('{{name}}', 'Письмо № 7.pdf') })
      .click(),
  ]);
  expect(download.suggestedFilename()).toBe('Письмо № 7.pdf');
  expect(await readFile(await download.path())).toEqual(pdf('Письмо № 7.pdf').buffer);
  // What the operator added is not the manager's to remove.
  expect(await fileOf(manager, 'Письмо № 7.pdf').getByText(ru.kit.action.remove).count()).toBe(0);

  await fileOf(page, 'Письмо № 7.pdf').getByText(ru.kit.action.remove).click();
  await fileOf(page, 'Письмо № 7.pdf').waitFor({ state: 'detached' });

  const stranger = await open('about:blank', { as: `technical@${volgaline.domain}` });
  provokeFailures(stranger, api);
  await stranger.goto(address);
  await stranger.getByRole('heading', { name: ru.kit.feedback.notFoundTitle }).waitFor();
  expect(await stranger.getByText('Схема включения.pdf').count()).toBe(0);
});

test('an order exists although its file failed to upload, and its page retries the upload', async ({
  open,
}) => {
  const page = await open(`/orders/new?offering=${line}`, operator);
  await fillLine(page, 'ФАЙЛЫ-2');
  await choose(page, pdf('Акт.pdf'));
  provokeFailures(page, api);
  await page.route('**/attachment', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 409,
          contentType: 'application/json',
          body: JSON.stringify({ code: 'concurrentChange', reason: 'Занято', message: 'Занято' }),
        })
      : route.continue(),
  );
  await sendButtonOf(page).click();
  await readOrderNumber(page);
  await page.getByText(ru.orders.attachments.orderStands).waitFor();
  await page.unroute('**/attachment');
  await page.getByRole('button', { name: ru.kit.upload.again, exact: true }).click();
  await fileOf(page, 'Акт.pdf').getByText(ru.kit.upload.state.accepted).waitFor();
  expect(await page.getByText(ru.orders.attachments.orderStands).count()).toBe(0);
});
