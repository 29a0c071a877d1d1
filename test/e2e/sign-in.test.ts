import { expect } from 'vitest';
import { computeTotpCode } from '../../infra/local/cognito/totp.ts';
import { severtelecom } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import { expireAccessToken } from './lose-session.ts';
import { provokeFailures, test } from './page.ts';
import { createPerson, readNewestMail } from './people.ts';
import { arrowTo, fillSignIn, signIn, signInByKeyboard, tabTo } from './sign-in.ts';
import { ru } from './words.ts';

const technical = `technical@${severtelecom.domain}`;
const memberOf = ['operator-severtelecom', 'technical'];
const newPassword = 'Better-password-2026';
/** The user pool, which is not at the cabinet's own origin. */
const identity = /^http:\/\/127\.0\.0\.1:\d+\/$/;
/** The first of the boxes for a one-time code. */
const firstDigit = ru.credentials.codeDigit.replace('{{position}}', '1').replace('{{length}}', '6');

test('a user signs in and out with the mouse', async ({ open }) => {
  const page = await open('/');
  await signIn(page, technical);
  await page.getByRole('button', { name: severtelecom.name }).click();
  await page.getByRole('menuitem', { name: ru.shell.nav.signOut, exact: true }).click();
  await page.waitForURL('**/sign-in');
  await page.goto('/');
  await page.waitForURL('**/sign-in*');
});

test('a user signs in and out with the keyboard only', async ({ open }) => {
  const page = await open('/sign-in');
  await signInByKeyboard(page, technical);
  await tabTo(page, page.getByRole('button', { name: severtelecom.name }));
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: ru.shell.nav.account }).waitFor();
  // The menu hears keys once it has the focus.
  await page.locator('[role="menu"]:focus-within').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: severtelecom.name }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await arrowTo(page, page.getByRole('menuitem', { name: ru.shell.nav.signOut, exact: true }));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sign-in');
});

test('signing in leads to the page that was asked for', async ({ open }) => {
  const page = await open('/account');
  await signIn(page, technical);
  expect(new URL(page.url()).pathname).toBe('/account');
});

test('a wrong password is reported without details', async ({ open }) => {
  const page = await open('/sign-in');
  provokeFailures(page, identity);
  for (const login of [technical, 'nobody@nowhere.example']) {
    await fillSignIn(page, login, 'Wrong-password-1');
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toBe(ru.credentials.failures.wrongPassword);
  }
  await checkAccessibility(page);
});

test('the first sign-in with a temporary password asks for one’s own', async ({ open, cabinet }) => {
  const login = `first@${severtelecom.domain}`;
  const temporaryPassword = 'Temporary-password-1';
  await createPerson(cabinet, { login, groups: memberOf, temporaryPassword });
  const page = await open('/sign-in');
  await fillSignIn(page, login, temporaryPassword);
  await page.getByRole('heading', { name: ru.signIn.newPasswordTitle }).waitFor();
  await checkAccessibility(page);
  provokeFailures(page, identity);
  await page.getByLabel(ru.credentials.newPassword).fill('without-capitals-1');
  await page.getByRole('button', { name: ru.signIn.setPassword }).click();
  await page.getByRole('alert').getByText(ru.credentials.failures.weakPassword).waitFor();
  await page.getByLabel(ru.credentials.newPassword).fill(newPassword);
  await page.getByRole('button', { name: ru.signIn.setPassword }).click();
  await page.waitForURL((url) => url.pathname === '/');
  const later = await open('/sign-in');
  await signIn(later, login, newPassword);
});

test('a forgotten password is replaced with the code from the mail', async ({ open, cabinet }) => {
  const login = `forgetful@${severtelecom.domain}`;
  await createPerson(cabinet, { login, groups: memberOf });
  const page = await open('/sign-in');
  await page.getByRole('button', { name: ru.signIn.forgot }).click();
  await page.getByLabel(ru.signIn.login).fill(login);
  await checkAccessibility(page);
  await page.getByRole('button', { name: ru.signIn.sendCode }).click();
  await page.getByRole('heading', { name: ru.signIn.resetTitle }).waitFor();
  await checkAccessibility(page);
  const [code = ''] = /\b\d{6}\b/.exec(readNewestMail(cabinet, login)) ?? [];
  provokeFailures(page, identity);
  await page.getByLabel(ru.credentials.newPassword).fill(newPassword);
  await page
    .getByRole('textbox', { name: ru.credentials.code, exact: true })
    .fill(code === '000000' ? '111111' : '000000');
  await page.getByRole('button', { name: ru.signIn.setPassword }).click();
  await page.getByRole('alert').getByText(ru.credentials.failures.wrongCode).waitFor();
  await page.getByRole('textbox', { name: ru.credentials.code, exact: true }).fill(code);
  await page.getByRole('button', { name: ru.signIn.setPassword }).click();
  await page.getByRole('status').getByText(ru.signIn.passwordChanged).waitFor();
  await signIn(page, login, newPassword);
});

test('a second factor is set up on the account page and asked for at the next sign-in', async ({
  open,
  cabinet,
}) => {
  const login = `careful@${severtelecom.domain}`;
  await createPerson(cabinet, { login, groups: memberOf });
  const page = await open('/account', { as: login });
  await page.getByRole('button', { name: ru.credentials.connectTotp }).click();
  const secret = (await page.getByRole('code').textContent()) ?? '';
  await checkAccessibility(page);
  const now = new Date();
  await page.getByRole('group', { name: ru.credentials.code }).getByLabel(firstDigit).click();
  await page.keyboard.type(computeTotpCode(secret, now));
  await page.getByRole('button', { name: ru.credentials.confirm }).click();
  await page.getByText(ru.account.totpOn, { exact: true }).waitFor();

  const later = await open('/sign-in');
  await fillSignIn(later, login);
  await later.getByRole('heading', { name: ru.signIn.totpTitle }).waitFor();
  await checkAccessibility(later);
  // No code serves twice: the one of the next half minute is taken already.
  await later.getByRole('group', { name: ru.credentials.code }).getByLabel(firstDigit).click();
  await later.keyboard.type(computeTotpCode(secret, new Date(now.getTime() + 30_000)));
  await later.getByRole('button', { name: ru.credentials.confirm }).click();
  await later.waitForURL((url) => url.pathname === '/');
});

test('a user in no group reads what to do about it', async ({ open, cabinet }) => {
  const login = 'newcomer@nowhere.example';
  await createPerson(cabinet, { login, groups: [] });
  const page = await open('/sign-in');
  provokeFailures(page, /\/cabinet\/v1\/me$/);
  await signIn(page, login);
  await page.getByText(ru.noAccess.noGroup).waitFor();
  await checkAccessibility(page);
  await page.getByRole('button', { name: ru.shell.nav.signOut }).click();
  await page.waitForURL('**/sign-in');
});

test('an access token that expired is renewed unnoticed', async ({ open }) => {
  const page = await open('/', { as: technical });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expireAccessToken(page);
  await page.getByRole('link', { name: ru.shell.nav.catalog }).first().click();
  await page.getByRole('heading', { level: 1, name: ru.shell.nav.catalog }).waitFor();
});

test('signing out everywhere ends the session on another device, too', async ({ open, cabinet }) => {
  const login = `cautious@${severtelecom.domain}`;
  await createPerson(cabinet, { login, groups: memberOf });
  const here = await open('/sign-in');
  await signIn(here, login);
  const elsewhere = await open('/account', { as: login });
  provokeFailures(elsewhere, identity);
  await here.getByRole('button', { name: severtelecom.name }).click();
  await here.getByRole('menuitem', { name: ru.shell.nav.signOutEverywhere }).click();
  await here.waitForURL('**/sign-in');
  await expireAccessToken(elsewhere);
  await elsewhere.reload();
  await elsewhere.waitForURL('**/sign-in*');
});

test('the sign-in page is accessible', async ({ open }) => {
  await checkAccessibility(await open('/sign-in'));
});
