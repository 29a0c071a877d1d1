import type { Page } from 'playwright-core';
import type { DemoCabinet } from './cabinet.ts';
import { readNewestMail } from './people.ts';
import { fillSignIn } from './sign-in.ts';
import { ru } from './words.ts';

/** The temporary password in the newest mail to a user. @throws where there is none */
function readTemporaryPassword(cabinet: DemoCabinet, login: string): string {
  const text = readNewestMail(cabinet, login).replaceAll(/<br\s*\/?>/g, '\n');
  const [, password] = /Временный пароль: (\S+)/.exec(text) ?? [];
  if (password === undefined) throw new Error(`The mail to ${login} tells no password`);
  return password
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** Signs in with the temporary password from the mail, sets another one, and accepts the rules. */
export async function signInFirst(
  page: Page,
  cabinet: DemoCabinet,
  login: string,
  password: string,
): Promise<void> {
  await fillSignIn(page, login, readTemporaryPassword(cabinet, login));
  await page.getByRole('heading', { name: ru.signIn.newPasswordTitle }).waitFor();
  await page.getByLabel(ru.credentials.newPassword).fill(password);
  await page.getByRole('button', { name: ru.signIn.setPassword }).click();
  await page.getByRole('button', { name: ru.accessBlock.rulesNotAccepted.accept }).click();
  await page.getByRole('navigation', { name: ru.shell.nav.label }).waitFor();
}
