import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { managerLogin, severtelecom } from '../../infra/demo/people.ts';
import { fillLine, line, listNumbers, readOrderNumber, sendButtonOf } from './leased-line.ts';
import { api } from './network.ts';
import { provokeFailures, test } from './page.ts';
import { ru } from './words.ts';
const technical = { as: `technical@${severtelecom.domain}` };
const manager = { as: managerLogin };

/** Orders a leased line. @returns address of the order's page */
async function order(page: Page, reference: string): Promise<string> {
  await page.goto(`/orders/new?offering=${line}`);
  await fillLine(page, reference);
  await sendButtonOf(page).click();
  await readOrderNumber(page);
  return new URL(page.url()).pathname;
}

const stepButton = (page: Page, step: string): Locator =>
  page.getByRole('main').getByRole('button', { name: step, exact: true });

/** Opens the dialog of a step and writes a reason. */
async function begin(page: Page, step: string, reason: string): Promise<Locator> {
  await stepButton(page, step).click();
  const dialog = page.getByRole('dialog', { name: step });
  await dialog.getByLabel(ru.kit.form.reason).fill(reason);
  return dialog;
}

const finish = (dialog: Locator, step: string): Promise<void> =>
  dialog.getByRole('button', { name: step, exact: true }).click();

test('a manager whose page is out of date is told so, keeps the input, and continues', async ({ open }) => {
  const operator = await open('/', technical);
  const address = await order(operator, 'ДВОЕ-1');
  const page = await open(address, manager);
  provokeFailures(page, api);
  const dialog = await begin(page, ru.orders.step.accept, 'Берём в работу сегодня');

  await operator.getByRole('button', { name: ru.orders.cancelOrder }).click();
  const request = operator.getByRole('dialog', { name: ru.orders.cancelOrder });
  await request.getByLabel(ru.kit.form.reason).fill('Передумали');
  await request.getByRole('button', { name: ru.orders.askToCancel }).click();
  await request.waitFor({ state: 'hidden' });

  await finish(dialog, ru.orders.step.accept);
  await dialog.getByRole('alert').getByText(ru.orders.staleTitle).waitFor();
  expect(await dialog.getByLabel(ru.kit.form.reason).inputValue()).toBe('Берём в работу сегодня');
  await page.getByText(ru.state.state.assessingCancellation, { exact: true }).first().waitFor();

  await page.reload();
  const refusal = await begin(page, ru.orders.step.refuseCancellation, 'Оборудование уже заказано');
  await finish(refusal, ru.orders.step.refuseCancellation);
  await refusal.waitFor({ state: 'hidden' });
  await page.getByText('Оборудование уже заказано').waitFor();
  expect(await page.getByText('Берём в работу сегодня').count()).toBe(0);
});

test('of two who complete one item at the same time one does, and the other reads that it was done', async ({
  open,
}) => {
  const address = await order(await open('/', technical), 'ДВОЕ-2');
  const first = await open(address, manager);
  await finish(await begin(first, ru.orders.step.accept, 'Принято'), ru.orders.step.accept);
  await stepButton(first, ru.orders.step.complete).waitFor();
  const second = await open(address, manager);
  provokeFailures(second, api);
  const [one, other] = [
    await begin(first, ru.orders.step.complete, 'Сдано первой сменой'),
    await begin(second, ru.orders.step.complete, 'Сдано второй сменой'),
  ];

  await finish(one, ru.orders.step.complete);
  await one.waitFor({ state: 'hidden' });
  await finish(other, ru.orders.step.complete);
  await second.getByRole('alert').getByText(ru.orders.staleTitle).waitFor();
  expect(await other.getByLabel(ru.kit.form.reason).inputValue()).toBe('Сдано второй сменой');
  await second.getByText(ru.state.state.completed, { exact: true }).first().waitFor();

  await second.reload();
  await second.getByText('Сдано первой сменой').waitFor();
  expect(await second.getByText('Сдано второй сменой').count()).toBe(0);
  expect(await stepButton(second, ru.orders.step.complete).count()).toBe(0);
});

test('a double click on "send" makes one order', async ({ open }) => {
  const page = await open(`/orders/new?offering=${line}`, technical);
  await fillLine(page, 'ДВОЕ-3');
  await sendButtonOf(page).dblclick();
  const number = await readOrderNumber(page);
  expect(await listNumbers(page, 'ДВОЕ-3')).toEqual([number]);
});
