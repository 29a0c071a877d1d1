import type { Locator, Page } from 'playwright-core';
import { showCode } from '../../web/src/entities/application/reference-code.ts';
import { strings as applying } from '../../web/src/i18n/ru-applying.ts';
import { strings } from '../../web/src/i18n/ru.ts';

const { nav, upload } = strings;
const { apply, application } = applying;

/** Somebody who applies for access, and for whom. */
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

export type DocumentKind = keyof typeof apply.document;

/** A file as Playwright hands it to the browser. */
export interface ScanFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A PDF that the inspection takes; no two of different names are the same. */
export function pdfScan(name: string, bytes = 2_000): ScanFile {
  const filling = `% ${name} `.padEnd(bytes, 'x');
  const text = `%PDF-1.4\n${filling}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`;
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
  await page.getByRole('heading', { level: 1, name: apply.title }).waitFor();
  await page.getByRole('link', { name: apply.fillIn }).click();
  await page.getByRole('heading', { level: 2, name: apply.stepTitle.company }).waitFor();
}

export async function fillCompany(page: Page, applicant: Applicant): Promise<void> {
  await page.getByRole('textbox', { name: apply.companyName }).fill(applicant.companyName);
  await page.getByLabel(apply.taxpayerNumber).fill(applicant.taxpayerNumber);
  await page.getByLabel(apply.registrationReasonCode).fill(applicant.registrationReasonCode);
  await page.getByLabel(apply.registrationNumber).fill(applicant.registrationNumber);
}

export async function fillPeople(page: Page, { contact, users }: Applicant): Promise<void> {
  const form = page.locator('form');
  await form.getByLabel(apply.personName).first().fill(contact.name);
  await form.getByLabel(apply.email).first().fill(contact.email);
  await form.getByLabel(apply.phone).fill(contact.phone);
  for (const [index, user] of users.entries()) {
    if (index > 0) await page.getByRole('button', { name: apply.addUser }).click();
    const card = page.getByRole('region', { name: apply.user.replace('{{number}}', String(index + 1)) });
    await card.getByLabel(apply.personName).fill(user.name);
    await card.getByLabel(apply.email).fill(user.email);
    for (const role of ['administrator', 'finance', 'technical'] as const)
      await card.getByRole('checkbox', { name: nav.roles[role] }).setChecked(user.roles.includes(role));
  }
}

/** Goes to the next step by the button under the form. */
export async function goToNextStep(page: Page, step: keyof typeof apply.stepTitle): Promise<void> {
  await page.getByRole('button', { name: apply.next, exact: true }).click();
  await page.getByRole('heading', { level: 2, name: apply.stepTitle[step] }).waitFor();
}

/** Where the files of one document are. */
export function documentOf(page: Page, kind: DocumentKind): Locator {
  return page.getByRole('region', { name: apply.document[kind] });
}

/** Chooses files of a document, and does not wait for what becomes of them. */
export async function addScans(page: Page, kind: DocumentKind, ...files: ScanFile[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    documentOf(page, kind).getByRole('button', { name: upload.choose }).click(),
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
    await scanOf(page, kind, name).getByText(upload.state.accepted, { exact: true }).waitFor();
}

/** Everything that a package has to have. */
async function deliverPackage(page: Page): Promise<void> {
  await deliverScans(page, 'application', pdfScan('Заявление.pdf'));
  await deliverScans(page, 'identityDocument', pdfScan('Паспорт.pdf'));
  await deliverScans(page, 'powerOfAttorney', pdfScan('Доверенность.pdf'));
}

/** What somebody takes away who has sent an application. */
export interface SentApplication {
  /** Reference code as it is read out. */
  readonly code: string;
  /** Address that opens the application, with its secret. */
  readonly link: string;
}

/** Sends the application from the last step. */
export async function sendApplication(page: Page): Promise<SentApplication> {
  await page.getByRole('button', { name: apply.send, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: application.heading.submitted }).waitFor();
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
  step: keyof typeof apply.step,
): Promise<void> {
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: application.heading.correctionRequested }).waitFor();
  await page
    .getByRole('navigation', { name: apply.steps })
    .getByRole('button', { name: apply.step[step] })
    .click();
  await page.getByRole('heading', { level: 2, name: apply.stepTitle[step] }).waitFor();
}

/** Sends corrections from the last step. */
export async function sendCorrections(page: Page): Promise<void> {
  await page.getByRole('button', { name: apply.sendCorrections }).click();
  await page.getByRole('heading', { level: 1, name: application.heading.inReview }).waitFor();
}

/** Reads an application's state by its reference code alone, as the public page tells it. */
export async function followCode(page: Page, code: string): Promise<string> {
  await page.goto('/application');
  await page.getByLabel(application.code).fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: application.show }).click();
  const card = page.getByRole('region', { name: showCode(code.replaceAll('-', '')) });
  await card.waitFor();
  return (await card.textContent()) ?? '';
}
