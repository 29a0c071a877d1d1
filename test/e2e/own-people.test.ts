import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { severtelecom, volgaline } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import { signInFirst } from './first-sign-in.ts';
import { provokeFailures, test } from './page.ts';
import { createPerson } from './people.ts';
import { fillSignIn, signIn as enter } from './sign-in.ts';
import { en, ru } from './words.ts';
const administrator = { as: `administrator@${severtelecom.domain}` };
const newPassword = 'Better-password-2026';
/** The user pool, which is not at the cabinet's own origin. */
const identity = /^http:\/\/127\.0\.0\.1:\d+\/$/;

const rowOf = (page: Page, login: string) => page.getByRole('row').filter({ hasText: login });

/** Chooses from the menu of a person. */
async function choose(page: Page, login: string, action: string): Promise<void> {
  await rowOf(page, login)
    .getByRole('button', { name: ru.people.actionsOf.replace('{{who}}', '') })
    .click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('a colleague who is invited signs in, and one who is disabled does not', async ({ open, cabinet }) => {
  const login = `invited@${severtelecom.domain}`;
  const page = await open('/people', administrator);
  await page.getByRole('button', { name: ru.people.invite }).click();
  const invitation = page.getByRole('dialog', { name: ru.people.invite });
  await checkAccessibility(page);
  await invitation.getByLabel(ru.people.name).fill('Лев Северный');
  await invitation.getByLabel(ru.people.email).fill(login);
  await invitation.getByRole('button', { name: ru.people.send }).click();
  await invitation.waitFor({ state: 'hidden' });
  await rowOf(page, login).getByText(ru.state.state.invited, { exact: true }).waitFor();

  provokeFailures(page, /\/invitation$/);
  await choose(page, login, ru.people.step.inviteAgain);
  await page
    .getByRole('alert')
    .filter({ hasText: /Повторить можно через \d+ мин/ })
    .waitFor();
  await checkAccessibility(page);

  const colleague = await open('/sign-in');
  await signInFirst(colleague, cabinet, login, newPassword);
  await colleague.getByRole('link', { name: ru.shell.nav.orders }).first().waitFor();
  expect(await colleague.getByRole('link', { name: ru.shell.nav.people }).count()).toBe(0);

  await page.reload();
  await rowOf(page, login).getByText(ru.state.state.active, { exact: true }).waitFor();
  await choose(page, login, ru.people.step.roles);
  const roles = page.getByRole('dialog', { name: ru.people.step.roles });
  await roles.getByLabel(ru.me.role.finance).check();
  await checkAccessibility(page);
  await roles.getByRole('button', { name: ru.kit.action.save }).click();
  await roles.waitFor({ state: 'hidden' });
  await rowOf(page, login).getByText(ru.me.role.finance).waitFor();

  await choose(page, login, ru.people.step.disable);
  const question = page.getByRole('dialog', { name: ru.people.step.disable });
  await question.getByRole('button', { name: ru.people.step.disable }).click();
  await question.waitFor({ state: 'hidden' });
  await rowOf(page, login).getByText(ru.state.state.disabled, { exact: true }).waitFor();
  const later = await open('/sign-in');
  provokeFailures(later, identity);
  await fillSignIn(later, login, newPassword);
  await later.getByRole('alert').getByText(ru.credentials.failures.wrongPassword).waitFor();

  await choose(page, login, ru.people.step.remove);
  const removal = page.getByRole('dialog', { name: ru.people.step.remove });
  await removal.getByRole('button', { name: ru.people.step.remove }).click();
  await removal.waitFor({ state: 'hidden' });
  await rowOf(page, login).waitFor({ state: 'hidden' });

  await page.getByRole('link', { name: ru.shell.nav.activity }).first().click();
  for (const action of ['invited', 'rolesChanged', 'disabled', 'removed'] as const)
    await page
      .getByRole('row')
      .filter({ hasText: ru.activity.action[action] })
      .filter({ hasText: 'Лев Северный' })
      .first()
      .waitFor();
});

test('the only administrator cannot give up the administration, and reads why', async ({ open }) => {
  const page = await open('/people', administrator);
  provokeFailures(page, /\/cabinet\/v1\/person\//);
  await choose(page, administrator.as, ru.people.step.roles);
  const roles = page.getByRole('dialog', { name: ru.people.step.roles });
  await roles.getByLabel(ru.me.role.technical).check();
  await roles.getByLabel(ru.me.role.administrator).uncheck();
  await roles.getByText(ru.people.leavesAdministration).waitFor();
  await roles.getByRole('button', { name: ru.kit.action.save }).click();
  await roles.getByRole('alert').waitFor();
  await roles.getByRole('button', { name: ru.kit.action.cancel }).click();
  await rowOf(page, administrator.as)
    .getByRole('button', { name: ru.people.actionsOf.replace('{{who}}', '') })
    .click();
  await page.getByText(ru.people.oneself).waitFor();
  expect(await page.getByRole('menuitem', { name: ru.people.step.remove }).count()).toBe(0);
});

test('the password of a system is shown once, and its account is revoked', async ({ open }) => {
  const page = await open('/people', administrator);
  await page.getByRole('button', { name: ru.people.machines.create }).click();
  const dialog = page.getByRole('dialog', { name: ru.people.machines.create });
  await dialog.getByLabel(ru.people.machines.system).fill('Биллинг');
  await dialog.getByRole('button', { name: ru.people.machines.create }).click();
  await dialog.getByText(ru.people.machines.onceTitle).waitFor();
  await checkAccessibility(page);
  const [login = '', password = ''] = await dialog.getByRole('code').allTextContents();
  expect(login).toMatch(/@severtelecom\.machine\.invalid$/);
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: ru.people.machines.kept }).click();
  await dialog.waitFor({ state: 'hidden' });
  await rowOf(page, login).getByText(ru.state.state.active, { exact: true }).waitFor();
  expect(await page.locator('body').textContent()).not.toContain(password);

  await page
    .getByRole('button', { name: ru.people.machines.revokeOne.replace('{{name}}', 'Биллинг') })
    .click();
  const question = page.getByRole('dialog', { name: ru.people.machines.revoke });
  await question.getByRole('button', { name: ru.people.machines.revoke }).click();
  await rowOf(page, login).getByText(ru.state.state.revoked, { exact: true }).waitFor();
});

test('the language that a user chooses is used on the next device as well', async ({ open, cabinet }) => {
  const login = `bilingual@${severtelecom.domain}`;
  await createPerson(cabinet, { login, groups: ['operator-severtelecom', 'technical'] });
  const page = await open('/account', { as: login });
  await page.getByRole('main').getByText('EN', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: en.shell.nav.account }).waitFor();
  const elsewhere = await open('/sign-in');
  await enter(elsewhere, login);
  await elsewhere.getByRole('link', { name: en.shell.nav.orders }).first().waitFor();
});

test('the carrier’s administrator suspends an operator and resumes it, with reasons', async ({ open }) => {
  const page = await open('/operators', { as: 'administrator@carrier.example' });
  await page.getByLabel(ru.operator.operator.find).fill('волга');
  await page.getByRole('link', { name: volgaline.name, exact: true }).click();
  for (const [step, status] of [
    ['suspend', 'suspended'],
    ['resume', 'active'],
  ] as const) {
    await page.getByRole('button', { name: ru.operators.step[step], exact: true }).click();
    const dialog = page.getByRole('dialog', { name: ru.operators.step[step] });
    await dialog.getByLabel(ru.kit.form.reason).fill(`Проверка: ${step}`);
    await dialog.getByRole('button', { name: ru.operators.step[step], exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText(ru.operators.statusText[status]).waitFor();
    await page.getByText(`Проверка: ${step}`).waitFor();
  }
});
