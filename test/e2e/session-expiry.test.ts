import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { demoPassword, severtelecom } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import {
  controlOf,
  fillLine,
  line,
  listNumbers,
  ownReferenceOf,
  readOrderNumber,
  sendButtonOf,
} from './leased-line.ts';
import { expireAccessToken } from './lose-session.ts';
import { api } from './network.ts';
import { provokeFailures, test } from './page.ts';
import { createPerson, signOutEverywhere } from './people.ts';
import { ru } from './words.ts';

const login = `absent-minded@${severtelecom.domain}`;
/** The user pool, which is not at the cabinet's own origin. */
const identity = /^http:\/\/127\.0\.0\.1:\d+\/$/;

/** Signs in in the dialog that lies over the page. */
async function signInAgain(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: ru.signIn.sessionLost.title });
  await dialog.getByLabel(ru.signIn.login).fill(login);
  await dialog.getByRole('textbox', { name: ru.credentials.password }).fill(demoPassword);
  await dialog.getByRole('button', { name: ru.signIn.submit }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('a session that ends in the middle of an order, and again as it is sent, costs nothing: the order exists once', async ({
  open,
  cabinet,
}) => {
  await createPerson(cabinet, { login, groups: ['operator-severtelecom', 'technical'] });
  const lose = async (page: Page): Promise<void> => {
    await signOutEverywhere(cabinet, login);
    await expireAccessToken(page);
  };
  const page = await open(`/orders/new?offering=${line}`, { as: login });
  provokeFailures(page, identity);
  provokeFailures(page, api);
  await fillLine(page, 'СЕАНС-1');
  await page.getByText(/Будет готово до/).waitFor();

  await lose(page);
  await page.getByLabel(ru.order.order.description).fill('Второй канал');
  await page.getByRole('dialog', { name: ru.signIn.sessionLost.title }).waitFor();
  await checkAccessibility(page);
  await signInAgain(page);
  expect(await ownReferenceOf(page).inputValue()).toBe('СЕАНС-1');
  expect(await page.getByLabel(ru.order.order.description).inputValue()).toBe('Второй канал');
  expect(await controlOf(page, line, 'endPointA').inputValue()).toBe('Санкт-Петербург, Синопская наб., 14');
  expect(await controlOf(page, line, 'bandwidth').inputValue()).toBe('100 Мбит/с');

  await lose(page);
  await sendButtonOf(page).click();
  await signInAgain(page);
  const number = await readOrderNumber(page);
  await page.getByText('Второй канал').waitFor();
  expect(await listNumbers(page, 'СЕАНС-1')).toEqual([number]);
});
