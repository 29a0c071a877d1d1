import { expect } from 'vitest';
import { managerLogin, severtelecom } from '../../infra/demo/people.ts';
import { chooseAt, expectFocus, pressAt, typeAt, walkTo } from './keyboard.ts';
import { controlOf, line, nameOfOffering, readOrderNumber, sendButtonOf } from './leased-line.ts';
import { test, waitForAnswers } from './page.ts';
import { ru } from './words.ts';

test('an operator orders and finds the order again, and the manager accepts it, with the keyboard only', async ({
  open,
}) => {
  const page = await open('/', { as: `technical@${severtelecom.domain}` });
  const keys = page.keyboard;
  await page.getByRole('heading', { level: 1 }).waitFor();
  await pressAt(page, page.getByRole('link', { name: ru.shell.nav.skip }));
  await expectFocus(page.getByRole('main'));
  await pressAt(page, page.getByRole('link', { name: ru.shell.nav.catalog }).first());
  await pressAt(page, page.getByRole('link', { name: nameOfOffering(line), exact: true }));
  await pressAt(page, page.getByRole('link', { name: ru.catalog.order, exact: true }));

  const bandwidth = controlOf(page, line, 'bandwidth');
  await chooseAt(page, bandwidth, '100 Мбит/с');
  expect(await bandwidth.inputValue()).toBe('100 Мбит/с');
  await typeAt(page, controlOf(page, line, 'endPointA'), 'Санкт-Петербург, Синопская наб., 14');
  await typeAt(page, controlOf(page, line, 'endPointB'), 'Петрозаводск, ул. Дзержинского, 5');
  await pressAt(page, page.getByRole('radio', { name: 'нет', exact: true }), 'ArrowDown');
  expect(await page.getByRole('radio', { name: /^линейное/ }).isChecked()).toBe(true);
  const delay = controlOf(page, line, 'delay');
  await typeAt(page, delay, '500');
  const encryption = page.getByRole('switch');
  await pressAt(page, encryption, 'Space');
  expect(await encryption.isChecked()).toBe(true);
  await page.getByText(/^Не больше 300/).waitFor();
  await walkTo(page, delay, 'Shift+Tab');
  await keys.press('ControlOrMeta+a');
  await keys.type('30');

  const addItem = page.getByRole('button', { name: ru.newOrder.addAnother });
  await pressAt(page, addItem);
  const picker = page.getByRole('dialog', { name: ru.newOrder.addAnother });
  await expectFocus(picker.getByRole('combobox', { name: ru.newOrder.offering }));
  // Round and round, but never out.
  await walkTo(page, picker.getByRole('button', { name: ru.kit.action.close }));
  await keys.press('Escape');
  await picker.waitFor({ state: 'hidden' });
  await expectFocus(addItem);

  await pressAt(page, sendButtonOf(page));
  const number = await readOrderNumber(page);
  const address = new URL(page.url()).pathname;

  const home = page.getByRole('link', { name: ru.shell.nav.home }).first();
  await pressAt(page, home);
  await page.waitForURL((url) => url.pathname === '/');
  // Until the lists of orders are refreshed: their new rows push down the others, together with the focus.
  await page.getByRole('main').locator(`a[href="${address}"]`).waitFor();
  await waitForAnswers(page);
  await walkTo(page, home);
  const box = page
    .getByRole('textbox', { name: ru.search.what })
    .or(page.getByRole('searchbox', { name: ru.search.what }));
  await keys.press('Control+k');
  await expectFocus(box);
  await keys.press('Escape');
  await box.waitFor({ state: 'hidden' });
  await expectFocus(home);
  await keys.press('Control+k');
  await expectFocus(box);
  await keys.type(number);
  await page.getByRole('button', { name: number }).waitFor();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await page.waitForURL((url) => url.pathname === address);

  const manager = await open('/', { as: managerLogin });
  await pressAt(manager, manager.getByRole('link', { name: ru.shell.nav.queue }).first());
  await pressAt(manager, manager.getByRole('row').filter({ hasText: number }).getByRole('link'));
  const accept = manager.getByRole('main').getByRole('button', { name: ru.orders.step.accept });
  await pressAt(manager, accept);
  const dialog = manager.getByRole('dialog', { name: ru.orders.step.accept });
  await expectFocus(dialog.getByLabel(ru.kit.form.reason));
  await manager.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expectFocus(accept);
  await manager.keyboard.press('Enter');
  await expectFocus(dialog.getByLabel(ru.kit.form.reason));
  // A date that is later than the usual one takes a reason.
  await manager.keyboard.type('Ждём оборудование');
  const date = dialog.getByRole('textbox', { name: ru.orders.promisedDate });
  await walkTo(manager, date, 'Shift+Tab');
  // Read by the wrong end, it would be the third of May.
  await manager.keyboard.type(`05.03.${String(new Date().getFullYear() + 1)}`);
  await pressAt(manager, dialog.getByRole('button', { name: ru.orders.step.accept }));
  await dialog.waitFor({ state: 'hidden' });
  await manager.getByText(ru.state.state.inProgress, { exact: true }).first().waitFor();
  await manager.getByText(/^план: 5 мар/).waitFor();
  await walkTo(
    manager,
    manager.getByRole('main').getByRole('button', { name: ru.orders.step.complete, exact: true }),
  );
});
