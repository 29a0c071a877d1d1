import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { managerLogin, severtelecom } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import {
  choose,
  controlOf,
  fillLine,
  line,
  nameOfOffering,
  openLineForm,
  readOrderNumber,
  sendButtonOf,
} from './leased-line.ts';
import { test } from './page.ts';
import { ru } from './words.ts';

const units = 'colocation-unit';

/** Card of an item on the page of an order. */
const itemOf = (page: Page, offering: string) =>
  page
    .getByRole('main')
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: nameOfOffering(offering) }) });

/** Opens the dialog of a step with an item, and takes the step when the dialog is filled in. */
async function take(
  page: Page,
  offering: string,
  step: string,
  fill?: (dialog: Locator) => Promise<void>,
): Promise<void> {
  await itemOf(page, offering).getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: step });
  await fill?.(dialog);
  await dialog.getByRole('button', { name: step, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('an operator orders, the manager delivers item by item, the operator disconnects, all with the mouse', async ({
  open,
}) => {
  const reference = 'МЫШЬ-1';
  const operator = await open('/', { as: `technical@${severtelecom.domain}` });
  await operator.getByRole('link', { name: ru.shell.nav.catalog }).first().click();
  await openLineForm(operator);

  await fillLine(operator, reference);
  const delay = controlOf(operator, line, 'delay');
  await delay.fill('500');
  await controlOf(operator, line, 'endPointA').click();
  await operator.getByText(/^Не больше 300/).waitFor();
  await sendButtonOf(operator).click();
  expect(await delay.getAttribute('aria-invalid')).toBe('true');
  expect(
    await delay.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus')),
  ).toBe(true);
  await delay.fill('30');

  await operator.getByRole('button', { name: ru.newOrder.addAnother }).click();
  const picker = operator.getByRole('dialog', { name: ru.newOrder.addAnother });
  await choose(operator, picker.getByRole('combobox', { name: ru.newOrder.offering }), nameOfOffering(units));
  await picker.getByRole('button', { name: ru.newOrder.addItem, exact: true }).click();
  await choose(operator, controlOf(operator, units, 'node'), 'Москва, ММТС-9, ул. Бутлерова, 7');
  await controlOf(operator, units, 'units').fill('2');
  await controlOf(operator, units, 'powerDemand').fill('600');
  await controlOf(operator, units, 'equipment').fill('Маршрутизатор, 1 шт., 12 кг');
  await operator.getByText(/Будет готово до/).waitFor();
  await sendButtonOf(operator).click();
  const number = await readOrderNumber(operator);
  // A notice stays while the pointer is on it.
  await operator.getByText(ru.newOrder.sentTitle.replace('{{number}}', number)).hover();
  await checkAccessibility(operator);
  await operator.getByRole('status').getByText(ru.orders.waitsForCarrier).waitFor();

  const manager = await open('/', { as: managerLogin });
  await manager.getByRole('link', { name: ru.shell.nav.queue }).first().click();
  await manager
    .getByRole('search')
    .getByRole('textbox', { name: ru.order.order.ownReference })
    .fill(reference);
  await manager.waitForURL((url) => url.searchParams.get('externalId') === reference);
  const row = manager.getByRole('row').filter({ hasText: number });
  await row.getByText(severtelecom.name).waitFor();
  await row.getByRole('link').click();

  let day = '';
  await take(manager, line, ru.orders.step.accept, async (dialog) => {
    await dialog.getByRole('textbox', { name: ru.orders.promisedDate }).click();
    const last = manager.getByRole('table').getByRole('button', { disabled: false }).last();
    day = (await last.textContent()) ?? '';
    await last.click();
  });
  await itemOf(manager, line)
    .getByText(new RegExp(`^план: ${day} `))
    .waitFor();
  await itemOf(manager, line).getByText(ru.state.state.inProgress, { exact: true }).waitFor();
  await itemOf(manager, units).getByText(ru.state.state.acknowledged, { exact: true }).waitFor();
  await take(manager, units, ru.orders.step.accept);
  await take(manager, line, ru.orders.step.complete);
  // The word for it also names the last milestone: what is done has no step left.
  await itemOf(manager, line)
    .getByRole('button', { name: ru.orders.step.complete })
    .first()
    .waitFor({ state: 'detached' });
  await itemOf(manager, units).getByText(ru.state.state.inProgress, { exact: true }).waitFor();
  await take(manager, units, ru.orders.step.complete);

  await operator.getByRole('link', { name: ru.shell.nav.services }).first().click();
  const service = operator
    .getByRole('row')
    .filter({ hasText: nameOfOffering(line) })
    .filter({ hasText: reference });
  await service.getByText(ru.state.state.active, { exact: true }).waitFor();
  await service.getByRole('link').click();
  await operator.getByRole('link', { name: ru.services.disconnect }).click();
  await operator.getByLabel(ru.newOrder.disconnectionReason).fill('Площадка закрывается');
  await operator.getByRole('button', { name: ru.newOrder.submitDisconnection }).click();
  const disconnection = await readOrderNumber(operator);

  await manager.getByRole('link', { name: ru.shell.nav.queue }).first().click();
  await manager.getByRole('row').filter({ hasText: disconnection }).getByRole('link').click();
  await take(manager, line, ru.orders.step.accept);
  await take(manager, line, ru.orders.step.complete);

  await operator.getByRole('link', { name: ru.orders.toService }).click();
  await operator.getByText(ru.state.state.terminated, { exact: true }).first().waitFor();
});
