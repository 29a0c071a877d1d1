import type { Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { computeTotpCode } from '../../infra/local/cognito/totp.ts';
import { severtelecom } from '../../infra/demo/people.ts';
import { rulesVersions } from '../../shared/rules/rules-versions.ts';
import { secondFactorClaim } from '../../shared/auth/membership.ts';
import { checkAccessibility } from './accessibility.ts';
import { api } from './network.ts';
import { provokeFailures, test } from './page.ts';
import { createOperator, createPerson, forgetAcceptance } from './people.ts';
import { settle } from './viewer.ts';
import { ru } from './words.ts';
const groups = ['operator-severtelecom', 'technical'];
const accept = (page: Page) => page.getByRole('button', { name: ru.accessBlock.rulesNotAccepted.accept });

test('a user who signs in for the first time accepts the rules, or leaves', async ({ open, cabinet }) => {
  const login = `newcomer@${severtelecom.domain}`;
  await createPerson(cabinet, { login, groups, acceptedRules: false });
  const page = await open('/services', { as: login });
  await accept(page).waitFor();
  await checkAccessibility(page);
  expect(await page.getByRole('navigation').count()).toBe(0);
  await page.getByRole('button', { name: ru.shell.nav.signOut }).waitFor();
  await accept(page).click();
  await page.getByRole('heading', { level: 1, name: ru.shell.nav.services }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: ru.shell.nav.services }).waitFor();
});

test('new rules that come into force meanwhile are accepted without losing what was typed', async ({
  open,
  cabinet,
}) => {
  const login = `reader@${severtelecom.domain}`;
  const sub = await createPerson(cabinet, { login, groups });
  const page = await open('/account', { as: login });
  await settle(page);
  provokeFailures(page, api);
  await page.getByLabel(ru.account.oldPassword).fill('half a password');
  await forgetAcceptance(cabinet, sub);
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill('СТ-1');
  await accept(page).waitFor();
  await checkAccessibility(page);
  await accept(page).click();
  await accept(page).waitFor({ state: 'hidden' });
  expect(await page.getByLabel(ru.account.oldPassword).inputValue()).toBe('half a password');
  await page.keyboard.press('Escape');
  await page.getByRole('navigation').getByRole('link', { name: ru.shell.nav.catalog }).click();
  await page.getByRole('heading', { level: 1, name: ru.shell.nav.catalog }).waitFor();
});

test('the people of a closed operator read that it is closed', async ({ open, cabinet }) => {
  await createOperator(cabinet, 'closedtelecom', { name: 'АО «Бывший»', status: 'closed' });
  const login = 'last@closedtelecom.example';
  await createPerson(cabinet, { login, groups: ['operator-closedtelecom', 'administrator'] });
  const page = await open('/orders', { as: login });
  await page.getByRole('heading', { level: 1, name: ru.accessBlock.operatorClosed.title }).waitFor();
  await checkAccessibility(page);
  await page.getByRole('button', { name: ru.shell.nav.signOut }).click();
  await page.waitForURL('**/sign-in');
});

test('the carrier’s people set up a second factor if the stage requires one, and continue', async ({
  open,
  cabinet,
}) => {
  const login = 'second-factor@carrier.example';
  await createPerson(cabinet, { login, groups: ['support'] });
  const page = await open('about:blank', { as: login });
  provokeFailures(page, api);
  // The demo's stage wants none: this answers what another would, by the very claim of the token.
  const hasFactor = (route: Route): boolean => {
    const payload = (route.request().headers()['authorization'] ?? '').split('.')[1] ?? '';
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    return claims[secondFactorClaim] === 'true';
  };
  await page.route(api, async (route) => {
    if (hasFactor(route)) return route.fallback();
    if (!route.request().url().endsWith('/cabinet/v1/me'))
      return route.fulfill({ status: 403, json: { code: 'mfaRequired', reason: '', message: '' } });
    const response = await route.fetch();
    return route.fulfill({ response, json: { ...(await response.json()), accessBlock: 'mfaRequired' } });
  });
  await page.goto('/catalog');
  await page.getByRole('heading', { level: 1, name: ru.accessBlock.mfaRequired.title }).waitFor();
  await checkAccessibility(page);
  await page.getByRole('button', { name: ru.credentials.connectTotp }).click();
  const secret = (await page.locator('code').textContent()) ?? '';
  await checkAccessibility(page);
  await page.getByRole('textbox', { name: /1/ }).first().click();
  await page.keyboard.type(computeTotpCode(secret, new Date()));
  await page.getByRole('button', { name: ru.credentials.confirm }).click();
  await page.getByRole('heading', { level: 1, name: ru.shell.nav.catalog }).waitFor();
});

test('the rules are public, in every version', async ({ open }) => {
  const page = await open('/rules');
  const versionOf = (version: string) => ru.rules.version.replace(/\{\{version\}\}.*/, version);
  const [first, last] = [rulesVersions[0], rulesVersions.at(-1)!];
  await page.getByText(versionOf(last.version)).first().waitFor();
  await page.getByRole('link', { name: versionOf(first.version) }).click();
  await page.getByText(ru.rules.notInForce).waitFor();
  await checkAccessibility(page);
  await page.reload();
  await page.getByText(ru.rules.notInForce).waitFor();
  await page.getByRole('link', { name: ru.rules.toInForce }).click();
  await page.getByText(ru.rules.notInForce).waitFor({ state: 'hidden' });
  await page.getByText('EN', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Rules of the operator cabinet' }).waitFor();
});
