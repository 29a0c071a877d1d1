import type { Locator, Page } from 'playwright-core';
import { demoPassword } from '../../infra/demo/people.ts';
import { inEitherLanguage } from './words.ts';

/** Enough to get from one end of a page to the other. */
const maxPresses = 60;

const loginOf = (page: Page): Locator => page.getByLabel(inEitherLanguage((words) => words.signIn.login));
const passwordOf = (page: Page): Locator =>
  page.getByRole('textbox', { name: inEitherLanguage((words) => words.credentials.password) });
const submitOf = (page: Page): Locator =>
  page.getByRole('button', { name: inEitherLanguage((words) => words.signIn.submit) });

/** Fills in and submits the sign-in form on the screen, with the mouse. */
export async function fillSignIn(page: Page, login: string, password = demoPassword): Promise<void> {
  await loginOf(page).fill(login);
  await passwordOf(page).fill(password);
  await submitOf(page).click();
}

/** Signs in and waits for the page. */
export async function signIn(page: Page, login: string, password = demoPassword): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/sign-in');
  await fillSignIn(page, login, password);
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Signs in with the keyboard only, from any focus. */
export async function signInByKeyboard(page: Page, login: string, password = demoPassword): Promise<void> {
  await tabTo(page, loginOf(page));
  await page.keyboard.type(login);
  await tabTo(page, passwordOf(page));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Presses Tab until something has the focus. @throws when it cannot be reached that way */
export function tabTo(page: Page, target: Locator): Promise<void> {
  return pressUntilFocused(page, target, 'Tab');
}

/** Goes to an entry of a menu, once the menu that has just opened has taken the focus. @throws as `tabTo` */
export async function arrowTo(page: Page, target: Locator): Promise<void> {
  await page.getByRole('menu').locator(':focus').waitFor({ state: 'attached' });
  return pressUntilFocused(page, target, 'ArrowDown');
}

async function pressUntilFocused(page: Page, target: Locator, key: string): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < maxPresses; presses += 1) {
    await page.keyboard.press(key);
    if (await hasFocus(target)) return;
  }
  throw new Error(`${String(target)} cannot be reached with the keyboard`);
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
}
