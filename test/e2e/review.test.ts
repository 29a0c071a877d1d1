import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { managerLogin } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import {
  type Applicant,
  applyForAccess,
  deliverScans,
  openCorrections,
  pdfScan,
  sendCorrections,
  goToNextStep,
} from './apply.ts';
import { signInFirst } from './first-sign-in.ts';
import { api } from './network.ts';
import { provokeFailures, test } from './page.ts';
import { atWidth } from './viewer.ts';
import { ru } from './words.ts';
const manager = { as: managerLogin };

const applicant: Applicant = {
  companyName: 'ООО «Печорателеком»',
  taxpayerNumber: '1100000084',
  registrationReasonCode: '110001001',
  registrationNumber: '1261100000083',
  contact: { name: 'Вера Ижемская', email: 'vera@pechora.example', phone: '+78212000101' },
  users: [{ name: 'Вера Ижемская', email: 'vera@pechora.example', roles: ['administrator', 'technical'] }],
};
const newPassword = 'Better-password-2026';

const step = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens the page of the application of a company from the queue. */
async function openFromQueue(page: Page, company: string): Promise<void> {
  await page.goto('/applications');
  await page.getByRole('link', { name: company, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: company }).waitFor();
}

/** What a text says before whatever is put into it. */
function beginningOf(text: string): string {
  return text.replace(/ *\{\{.*/, '');
}

async function tickAll(page: Page): Promise<void> {
  for (const label of Object.values(ru.review.point)) await page.getByLabel(label).check();
  await page.getByText(ru.review.savedAtOnce).waitFor();
}

test('a visitor applies, corrects what the manager asks for, is approved, and enters an empty cabinet', async ({
  open,
  cabinet,
}) => {
  const visitor = await open('/apply');
  const sent = await applyForAccess(visitor, applicant);

  const page = await open('/applications', manager);
  await openFromQueue(page, applicant.companyName);
  await step(page, ru.review.step.take).click();
  await page.getByText(ru.state.state.inReview, { exact: true }).first().waitFor();

  // A browser without a user interface downloads what others show.
  const [scan, download] = await Promise.all([
    page.context().waitForEvent('page'),
    page.context().waitForEvent('request', (sent) => sent.url().includes('X-Amz-Signature=')),
    page.getByRole('button', { name: ru.review.lookAt.replace('{{name}}', 'Паспорт.pdf') }).click(),
  ]);
  expect(download.frame()).toBe(scan.mainFrame());
  await scan.close();
  await page.getByText(ru.review.event.scanOpened, { exact: true }).waitFor();

  await step(page, ru.review.step.ask).click();
  const request = page.getByRole('dialog', { name: ru.review.step.ask });
  await checkAccessibility(page);
  await request.getByLabel(ru.review.whatToCorrect).fill('На доверенности не видно печати');
  await request.getByRole('button', { name: ru.review.step.ask }).click();
  await request.waitFor({ state: 'hidden' });
  await page.getByText(ru.review.waitsForCorrections).waitFor();
  await page.getByRole('status').getByText(beginningOf(ru.review.closesBy)).waitFor();

  await openCorrections(visitor, sent, 'package');
  await visitor.getByText(beginningOf(ru.apply.application.by.applicant)).waitFor();
  await visitor.getByText('На доверенности не видно печати').first().waitFor();
  await deliverScans(visitor, 'powerOfAttorney', pdfScan('Доверенность с печатью.pdf'));
  await goToNextStep(visitor, 'sending');
  await sendCorrections(visitor);

  await page.reload();
  await page.getByText('Доверенность с печатью.pdf').waitFor();
  await tickAll(page);
  await page.reload();
  for (const label of Object.values(ru.review.point))
    expect(await page.getByLabel(label).isChecked()).toBe(true);
  await step(page, ru.review.step.approve).click();
  const approval = page.getByRole('dialog', { name: ru.review.step.approve });
  await approval.getByText(ru.review.operatorWillBe).waitFor();
  await approval.getByText(/vera@pechora\.example/).waitFor();
  await checkAccessibility(page);
  await approval.getByLabel(ru.operator.operator.id).fill('pechora');
  await approval.getByLabel(ru.order.order.billingAccount).fill('ЛС-100220');
  await approval.getByRole('button', { name: ru.review.step.approve }).click();
  await approval.waitFor({ state: 'hidden' });
  await page.getByText(`vera@pechora.example — ${ru.review.account.created}`).waitFor();
  await page.getByText(ru.state.state.approved, { exact: true }).first().waitFor();
  await checkAccessibility(page);

  const newcomer = await open('/sign-in');
  await signInFirst(newcomer, cabinet, 'vera@pechora.example', newPassword);
  await newcomer.getByRole('heading', { level: 1, name: applicant.companyName }).waitFor();
  await newcomer.getByRole('link', { name: ru.shell.nav.services }).first().click();
  await newcomer.getByText(ru.services.emptyTitle).waitFor();
  await newcomer.goto('/orders');
  await newcomer.getByText(ru.orders.emptyTitle).waitFor();

  await page.goto('/applications?tab=decided');
  const row = page.getByRole('row').filter({ hasText: applicant.companyName });
  await row.getByText(ru.state.state.approved, { exact: true }).waitFor();

  const auditor = await open('/scan-access', { as: 'administrator@carrier.example' });
  const looks = auditor.getByRole('row').filter({ hasText: ru.review.scanKind.identityDocument });
  await looks.getByRole('button', { name: 'Анна Воронцова' }).first().click();
  await auditor.getByText(ru.review.scanAccess.onlyBy.replace('{{who}}', 'Анна Воронцова')).waitFor();
});

test('the manager reads what an approval adds to an operator that is registered, before approving', async ({
  open,
}) => {
  const page = await open('/applications/DEM0V01GA11NE000', manager);
  await step(page, ru.review.step.approve).click();
  const approval = page.getByRole('dialog', { name: ru.review.step.approve });
  await approval.getByText(ru.review.operatorFound).waitFor();
  expect(await approval.getByLabel(ru.order.order.agreement).inputValue()).toBe('МС-2026-77');
  expect(await approval.getByText(ru.review.optionalAddition).count()).toBe(2);
  await checkAccessibility(page);
});

test('the manager registers an application from paper with its scans, and refuses it', async ({ open }) => {
  const page = await open('/applications', manager);
  await page.getByRole('link', { name: ru.review.register }).click();
  await page.getByRole('heading', { level: 1, name: ru.review.registerTitle }).waitFor();
  await page.getByRole('button', { name: ru.review.registerSubmit }).click();
  await page.getByLabel(ru.requisites.companyName).and(page.locator(':focus')).waitFor();
  await checkAccessibility(page);
  await page.getByLabel(ru.requisites.companyName).fill('АО «Вычегда-Линк»');
  await page.getByLabel(ru.requisites.taxpayerNumber).fill('1100000091');
  await page.getByLabel(ru.requisites.registrationReasonCode).fill('110001001');
  await page.getByLabel(ru.requisites.registrationNumber).fill('1261100000094');
  await page.getByLabel(ru.applicationForm.personName).first().fill('Егор Усинский');
  await page.getByLabel(ru.applicationForm.email).first().fill('egor@vychegda.example');
  await page.getByLabel(ru.applicationForm.phone).fill('8 (8212) 00-01-02');
  await page.getByLabel(ru.applicationForm.personName).last().fill('Егор Усинский');
  await page.getByLabel(ru.applicationForm.email).last().fill('egor@vychegda.example');
  await page.getByRole('button', { name: ru.review.registerSubmit }).click();
  await page.getByRole('heading', { level: 1, name: 'АО «Вычегда-Линк»' }).waitFor();

  const part = page.getByRole('region', { name: ru.review.scanKind.application });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    part.getByRole('button', { name: ru.kit.upload.chooseFor.replace('{{what}}', '') }).click(),
  ]);
  await chooser.setFiles([pdfScan('Заявление с подписью.pdf')]);
  await part.getByText(ru.kit.upload.state.accepted, { exact: true }).waitFor();
  await part.getByText(ru.review.scanMissing).waitFor({ state: 'hidden' });
  await checkAccessibility(page);
  await atWidth(page, 390);
  await checkAccessibility(page, ['light']);
  await part.getByRole('button', { name: ru.review.removeScan.replace('{{name}}', '') }).click();
  await part.getByText('Заявление с подписью.pdf').waitFor({ state: 'hidden' });

  await step(page, ru.review.step.refuse).click();
  const refusal = page.getByRole('dialog', { name: ru.review.step.refuse });
  await refusal.getByLabel(ru.kit.form.reason).fill('Договор с компанией расторгнут');
  await refusal.getByRole('button', { name: ru.review.step.refuse }).click();
  await refusal.waitFor({ state: 'hidden' });
  await page.getByText(ru.state.state.refused, { exact: true }).first().waitFor();
  await page.getByRole('status').getByText('Договор с компанией расторгнут').waitFor();
});

test('of two managers at one check list the second reads that it has changed, and reloads', async ({
  open,
}) => {
  const one = await open('/applications?state=submitted', manager);
  await one.locator('main [role=table] a[href^="/applications/"]').first().click();
  await one.getByLabel(ru.review.point.requisitesChecked).waitFor();
  const other = await open(new URL(one.url()).pathname, manager);
  provokeFailures(other, api);
  await other.getByLabel(ru.review.point.requisitesChecked).waitFor();
  await one.getByLabel(ru.review.point.requisitesChecked).check();
  await one.getByText(ru.review.savedAtOnce).waitFor();
  await other.getByLabel(ru.review.point.identityChecked).click();
  await other.getByRole('alert').getByText(ru.review.staleTitle).waitFor();
  expect(await other.getByLabel(ru.review.point.identityChecked).isChecked()).toBe(false);
  await other.getByRole('alert').getByRole('button', { name: ru.kit.feedback.reload }).click();
  await other.getByRole('alert').waitFor({ state: 'hidden' });
  expect(await other.getByLabel(ru.review.point.requisitesChecked).isChecked()).toBe(true);
});
