import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect } from 'vitest';
import { checkAccessibility } from './accessibility.ts';
import {
  addScans,
  type Applicant,
  beginApplication,
  deliverScans,
  documentOf,
  fillCompany,
  fillPeople,
  followCode,
  goToNextStep,
  pdfScan,
  renamedProgram,
  scanOf,
  sendApplication,
} from './apply.ts';
import { provokeFailures, test } from './page.ts';
import { atWidth } from './viewer.ts';
import { ru } from './words.ts';

const applicant: Applicant = {
  companyName: 'ООО «Ладогасвязь»',
  taxpayerNumber: '4700000074',
  registrationReasonCode: '470001001',
  registrationNumber: '1264700000070',
  contact: { name: 'Ольга Ладожская', email: 'olga@ladoga.example', phone: '8 (812) 555-01-02' },
  users: [
    { name: 'Ольга Ладожская', email: 'olga@ladoga.example', roles: ['administrator'] },
    { name: 'Пётр Волхов', email: 'petr@ladoga.example', roles: ['technical', 'finance'] },
  ],
};

/** The storage of files, which is not at the cabinet's own origin. */
const storage = /^http:\/\/127\.0\.0\.1:\d+\/operator-cabinet/;
const anything = /./;
/** For what happens without a request of the page, such as the inspection of a file. */
const waiting = { timeout: 20_000 };

/** Text of the PDF that a click downloads. */
async function readDownload(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText(button, { exact: true }).click(),
  ]);
  const bytes = await readFile(await download.path());
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text;
}

/** Sends what the page uploads at a speed, in bytes a second, or not at all. */
async function limitUploads(network: CDPSession, speed: number | 'offline'): Promise<void> {
  await network.send('Network.emulateNetworkConditions', {
    offline: speed === 'offline',
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: speed === 'offline' ? -1 : speed,
  });
}

const savedStateOf = (page: Page) => page.getByText(ru.apply.saving.saved);

test('a visitor applies: by the form, with a file refused and replaced, and a connection lost on the way', async ({
  open,
}) => {
  const page = await open('/apply');
  expect(await readDownload(page, ru.apply.blank)).toContain('ИНН');

  await beginApplication(page);
  await page.getByLabel(ru.requisites.taxpayerNumber).fill('4700000070');
  await page.getByText(/контрольными числами/).waitFor();
  await fillCompany(page, applicant);
  await page.getByText(/контрольными числами/).waitFor({ state: 'hidden' });
  await goToNextStep(page, 'people');
  await fillPeople(page, applicant);
  await goToNextStep(page, 'package');
  const filled = await readDownload(page, ru.apply.print);
  expect(filled).toContain(applicant.taxpayerNumber);
  expect(filled).toContain('Пётр Волхов');

  await addScans(page, 'identityDocument', renamedProgram);
  await scanOf(page, 'identityDocument', renamedProgram.name)
    .getByText(ru.kit.upload.refusal.otherType)
    .waitFor();
  await checkAccessibility(page);
  const [replacement] = await Promise.all([
    page.waitForEvent('filechooser'),
    scanOf(page, 'identityDocument', renamedProgram.name)
      .getByRole('button', { name: ru.apply.replaceFile.replace('{{name}}', renamedProgram.name) })
      .click(),
  ]);
  await replacement.setFiles([pdfScan('Паспорт директора.pdf')]);
  await scanOf(page, 'identityDocument', 'Паспорт директора.pdf')
    .getByText(ru.kit.upload.state.accepted, { exact: true })
    .waitFor();
  expect(await scanOf(page, 'identityDocument', renamedProgram.name).count()).toBe(0);

  provokeFailures(page, anything);
  const network = await page.context().newCDPSession(page);
  await limitUploads(network, 500_000);
  await addScans(page, 'application', pdfScan('Заявление, все страницы.pdf', 4_000_000));
  const progress = documentOf(page, 'application').getByRole('progressbar');
  await expect
    .poll(async () => Number(await progress.getAttribute('aria-valuenow')), waiting)
    .toBeGreaterThan(5);
  await limitUploads(network, 'offline');
  await page.getByText(ru.kit.feedback.offlineTitle).waitFor();
  await limitUploads(network, -1);
  await scanOf(page, 'application', 'Заявление, все страницы.pdf')
    .getByText(ru.kit.upload.state.accepted, { exact: true })
    .waitFor();
  expect(await documentOf(page, 'application').getByRole('group').count()).toBe(1);

  await deliverScans(page, 'powerOfAttorney', pdfScan('Доверенность, 1.pdf'), pdfScan('Доверенность, 2.pdf'));
  await goToNextStep(page, 'sending');
  await checkAccessibility(page);
  const sent = await sendApplication(page);
  await page.getByText(ru.apply.application.by.carrier.replace(/ \{\{.*/, '')).waitFor();
  await checkAccessibility(page);

  const visitor = await open('about:blank');
  const status = await followCode(visitor, sent.code);
  expect(status).toContain(ru.apply.application.state.submitted);
  expect(status).toContain(ru.apply.application.side.carrier);
  expect(status).not.toContain(applicant.companyName);
  await checkAccessibility(visitor);
  // The link shows the rest, anywhere.
  await visitor.goto('about:blank');
  await visitor.goto(sent.link);
  await visitor.getByText('Доверенность, 2.pdf').waitFor();
});

test('a reload in the middle loses nothing, typed or uploaded', async ({ open }) => {
  const page = await open('/apply');
  await beginApplication(page);
  await fillCompany(page, applicant);
  await goToNextStep(page, 'people');
  await fillPeople(page, applicant);
  await goToNextStep(page, 'package');
  await deliverScans(page, 'application', pdfScan('Заявление.pdf'));
  await page.getByRole('button', { name: ru.apply.step.people }).click();
  // Neither right nor finished: kept here alone.
  await page.getByLabel(ru.applicationForm.phone).fill('+7 812');
  await page.reload();
  await page.getByRole('heading', { level: 2, name: ru.apply.stepTitle.people }).waitFor();
  expect(await page.getByLabel(ru.applicationForm.phone).inputValue()).toBe('+7 812');
  expect(await page.getByLabel(ru.applicationForm.email).last().inputValue()).toBe('petr@ladoga.example');
  await page.getByRole('button', { name: ru.apply.step.company }).click();
  expect(await page.getByLabel(ru.requisites.taxpayerNumber).inputValue()).toBe(applicant.taxpayerNumber);
  await page.getByRole('button', { name: ru.apply.step.package }).click();
  await scanOf(page, 'application', 'Заявление.pdf').waitFor();
  await savedStateOf(page).waitFor();

  await page.goto('/apply');
  await page.getByText(ru.apply.begunTitle).waitFor();
  await checkAccessibility(page);
});

test('missing fields are listed, with links to them', async ({ open }) => {
  const page = await open('/apply?step=sending');
  provokeFailures(page, /submission$/);
  await page.getByRole('button', { name: ru.apply.send, exact: true }).click();
  await page.getByRole('alert').getByText(ru.apply.troubles).waitFor();
  await checkAccessibility(page);
  await atWidth(page, 390);
  await checkAccessibility(page, ['light']);
  const trouble = page.getByRole('alert').getByRole('button');
  expect(await trouble.count()).toBeGreaterThan(5);
  await trouble.first().click();
  await page.getByRole('heading', { level: 2, name: ru.apply.stepTitle.company }).waitFor();
  await page.getByRole('textbox', { name: ru.requisites.companyName }).and(page.locator(':focus')).waitFor();
});

test('a file that did not arrive before a reload can be chosen again', async ({ open }) => {
  const page = await open('/apply');
  await beginApplication(page);
  await page.getByRole('button', { name: ru.apply.step.package }).click();
  provokeFailures(page, storage);
  await page.route(storage, (route) => route.abort());
  const sending = page.waitForRequest(storage);
  await addScans(page, 'other', pdfScan('Пояснение.pdf'));
  await sending;
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await scanOf(page, 'other', 'Пояснение.pdf').getByText(ru.kit.upload.state.awaited).waitFor();
  await page.unroute(storage);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    scanOf(page, 'other', 'Пояснение.pdf').getByText(ru.apply.chooseAgain).click(),
  ]);
  await chooser.setFiles([pdfScan('Пояснение.pdf')]);
  await documentOf(page, 'other').getByText(ru.kit.upload.state.accepted, { exact: true }).waitFor();
  await expect.poll(() => documentOf(page, 'other').getByRole('group').count(), waiting).toBe(1);
});

describe('a wrong code or link', () => {
  test('shows an error and nothing else', async ({ open }) => {
    const page = await open('/application');
    provokeFailures(page, /\/application\//);
    await page.getByLabel(ru.apply.application.code).fill('ABC');
    await page.getByRole('button', { name: ru.apply.application.show }).click();
    await page.getByText(ru.apply.application.notACode).waitFor();
    await page.getByLabel(ru.apply.application.code).fill('ABCD-EFGH-JKMN-PQRS');
    await page.getByRole('button', { name: ru.apply.application.show }).click();
    await page.getByRole('alert').getByText(ru.apply.application.unknownText).waitFor();
    await checkAccessibility(page);

    for (const secret of ['A'.repeat(43), 'half-a-secret']) {
      await page.goto('about:blank');
      await page.goto(`/application#${secret}`);
      await page.getByRole('heading', { name: ru.apply.application.wrongLinkTitle }).waitFor();
    }
    await checkAccessibility(page);
  });
});

test('a challenge of the firewall reloads the page once, and the form keeps its state', async ({ open }) => {
  const page = await open('/apply');
  await beginApplication(page);
  await fillCompany(page, applicant);
  await savedStateOf(page).waitFor();
  let challenges = 0;
  const form = /\/cabinet\/v1\/application\/[^/]+$/;
  await page.route(form, async (route) => {
    if (route.request().method() !== 'PATCH' || challenges > 0) return route.fallback();
    challenges += 1;
    return route.fulfill({ status: 202, headers: { 'x-amzn-waf-action': 'challenge' }, body: '' });
  });
  let reloads = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) reloads += 1;
  });
  await page.getByLabel(ru.applicationForm.legalAddress).fill('Выборг, Крепостная ул., 1');
  await expect.poll(() => reloads, waiting).toBe(1);
  await savedStateOf(page).waitFor();
  expect(await page.getByLabel(ru.applicationForm.legalAddress).inputValue()).toBe(
    'Выборг, Крепостная ул., 1',
  );
  expect(challenges).toBe(1);
});
