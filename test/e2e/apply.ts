import type { Locator, Page } from 'playwright-core';
import { showCode } from '../../web/src/entities/application/reference-code.ts';
import { ru } from './words.ts';

/** An applicant and the company. */
export interface Applicant {
  readonly companyName: string;
  readonly taxpayerNumber: string;
  readonly registrationReasonCode: string;
  readonly registrationNumber: string;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  readonly users: readonly {
    readonly name: string;
    readonly email: string;
    readonly roles: readonly ('administrator' | 'finance' | 'technical')[];
  }[];
}

export type DocumentKind = keyof typeof ru.apply.document;

/** A file as Playwright passes it to the browser. */
export interface ScanFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A PDF that the inspection takes; no two of different names are the same. */
export function pdfScan(name: string, bytes = 2_000): ScanFile {
  const filling = `% ${name} `.padEnd(bytes, 'x');
  const text = `%PDF-1.4\n${filling}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) };
}

/** A Windows program that is called a PDF. */
export const renamedProgram: ScanFile = {
  name: 'Паспорт.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('MZ\x90\0'), Buffer.alloc(4_000)]),
};

/** From the page that says what access is to the first step of the form. */
export async function beginApplication(page: Page): Promise<void> {
  await page.goto('/apply');
  await page.getByRole('heading', { level: 1, name: ru.apply.title }).waitFor();
  await page.getByRole('link', { name: ru.apply.fillIn }).click();
  await page.getByRole('heading', { level: 2, name: ru.apply.stepTitle.company }).waitFor();
}

export async function fillCompany(page: Page, applicant: Applicant): Promise<void> {
  await page.getByRole('textbox', { name: ru.requisites.companyName }).fill(applicant.companyName);
  await page.getByLabel(ru.requisites.taxpayerNumber).fill(applicant.taxpayerNumber);
  await page.getByLabel(ru.requisites.registrationReasonCode).fill(applicant.registrationReasonCode);
  await page.getByLabel(ru.requisites.registrationNumber).fill(applicant.registrationNumber);
}

export async function fillPeople(page: Page, { contact, users }: Applicant): Promise<void> {
  const form = page.locator('form');
  await form.getByLabel(ru.applicationForm.personName).first().fill(contact.name);
  await form.getByLabel(ru.applicationForm.email).first().fill(contact.email);
  await form.getByLabel(ru.applicationForm.phone).fill(contact.phone);
  for (const [index, user] of users.entries()) {
    if (index > 0) await page.getByRole('button', { name: ru.applicationForm.addUser }).click();
    const card = page.getByRole('region', {
      name: ru.applicationForm.user.replace('{{number}}', String(index + 1)),
    });
    await card.getByLabel(ru.applicationForm.personName).fill(user.name);
    await card.getByLabel(ru.applicationForm.email).fill(user.email);
    for (const role of ['administrator', 'finance', 'technical'] as const)
      await card.getByRole('checkbox', { name: ru.me.role[role] }).setChecked(user.roles.includes(role));
  }
}

/** Goes to the next step by the button under the form. */
export async function goToNextStep(page: Page, step: keyof typeof ru.apply.stepTitle): Promise<void> {
  await page.getByRole('button', { name: ru.apply.next, exact: true }).click();
  await page.getByRole('heading', { level: 2, name: ru.apply.stepTitle[step] }).waitFor();
}

/** Where the files of one document are. */
export function documentOf(page: Page, kind: DocumentKind): Locator {
  return page.getByRole('region', { name: ru.apply.document[kind] });
}

/** Chooses files of a document, and does not wait for what becomes of them. */
export async function addScans(page: Page, kind: DocumentKind, ...files: ScanFile[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    documentOf(page, kind).getByRole('button', { name: ru.kit.upload.choose }).click(),
  ]);
  await chooser.setFiles(files);
}

/** One file of a document, once it is announced. */
export function scanOf(page: Page, kind: DocumentKind, name: string): Locator {
  return documentOf(page, kind).getByRole('group', { name });
}

/** Adds files of a document and waits until the inspection has accepted them. */
export async function deliverScans(page: Page, kind: DocumentKind, ...files: ScanFile[]): Promise<void> {
  await addScans(page, kind, ...files);
  for (const { name } of files)
    await scanOf(page, kind, name).getByText(ru.kit.upload.state.accepted, { exact: true }).waitFor();
}

/** Everything that a package has to have. */
async function deliverPackage(page: Page): Promise<void> {
  await deliverScans(page, 'application', pdfScan('Заявление.pdf'));
  await deliverScans(page, 'identityDocument', pdfScan('Паспорт.pdf'));
  await deliverScans(page, 'powerOfAttorney', pdfScan('Доверенность.pdf'));
}

/** What an applicant gets after sending an application. */
export interface SentApplication {
  /** Reference code as it is read out. */
  readonly code: string;
  /** Address that opens the application, with its secret. */
  readonly link: string;
}

/** Sends the application from the last step. */
export async function sendApplication(page: Page): Promise<SentApplication> {
  await page.getByRole('button', { name: ru.apply.send, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: ru.apply.application.heading.submitted }).waitFor();
  return readSent(page);
}

async function readSent(page: Page): Promise<SentApplication> {
  const link = page.url();
  const text = (await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/).textContent()) ?? '';
  return { code: text, link };
}

/** An application from its beginning until it is sent. */
export async function applyForAccess(page: Page, applicant: Applicant): Promise<SentApplication> {
  await beginApplication(page);
  await fillCompany(page, applicant);
  await goToNextStep(page, 'people');
  await fillPeople(page, applicant);
  await goToNextStep(page, 'package');
  await deliverPackage(page);
  await goToNextStep(page, 'sending');
  return sendApplication(page);
}

/** Opens an application by its secret link, where corrections are asked for, and goes to a step of its form. */
export async function openCorrections(
  page: Page,
  { link }: SentApplication,
  step: keyof typeof ru.apply.step,
): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
  await page
    .getByRole('heading', { level: 1, name: ru.apply.application.heading.correctionRequested })
    .waitFor();
  await page
    .getByRole('navigation', { name: ru.apply.steps })
    .getByRole('button', { name: ru.apply.step[step] })
    .click();
  await page.getByRole('heading', { level: 2, name: ru.apply.stepTitle[step] }).waitFor();
}

/** Sends corrections from the last step. */
export async function sendCorrections(page: Page): Promise<void> {
  await page.getByRole('button', { name: ru.apply.sendCorrections }).click();
  await page.getByRole('heading', { level: 1, name: ru.apply.application.heading.inReview }).waitFor();
}

/** Reads an application's state by its reference code alone, as the public page shows it. */
export async function followCode(page: Page, code: string): Promise<string> {
  await page.goto('/application');
  await page.getByLabel(ru.apply.application.code).fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: ru.apply.application.show }).click();
  const card = page.getByRole('region', { name: showCode(code.replaceAll('-', '')) });
  await card.waitFor();
  return (await card.textContent()) ?? '';
}
