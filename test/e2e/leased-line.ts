import type { Locator, Page } from 'playwright-core';
import { infrastructure } from '../../infra/demo/catalogue/infrastructure.ts';
import { leasedLines } from '../../infra/demo/catalogue/leased-lines.ts';
import { ru } from './words.ts';

const offerings = [...leasedLines.offerings, ...infrastructure.offerings];

/** What an offering is called. @throws where the demo has none of that id */
export function nameOfOffering(id: string): string {
  return find(id).name.ru;
}

/** What a characteristic of an offering is called, as the form's controls are labelled. */
function labelOf(id: string, characteristic: string): string {
  const definition = find(id).characteristics.find(({ name }) => name === characteristic);
  if (!definition) throw new Error(`${id} has no characteristic ${characteristic}`);
  return definition.label.ru;
}

/** The control of a characteristic. */
export function controlOf(page: Page, id: string, characteristic: string): Locator {
  const label = { name: labelOf(id, characteristic), exact: true };
  return page.getByRole('textbox', label).or(page.getByRole('combobox', label));
}

export const line = 'leased-line';

const orderNumber = /[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** Chooses from a list with the mouse. */
export async function choose(page: Page, control: Locator, option: string): Promise<void> {
  await control.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Opens the form for a leased line as one comes to it: catalogue, offering, "order". */
export async function openLineForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: nameOfOffering(line), exact: true }).click();
  await page.getByRole('link', { name: ru.catalog.order, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: ru.newOrder.title }).waitFor();
}

/** Fills in everything that a leased line needs, with the mouse where something is chosen. */
export async function fillLine(page: Page, reference: string): Promise<void> {
  await choose(page, controlOf(page, line, 'bandwidth'), '100 Мбит/с');
  await controlOf(page, line, 'endPointA').fill('Санкт-Петербург, Синопская наб., 14');
  await controlOf(page, line, 'endPointB').fill('Петрозаводск, ул. Дзержинского, 5');
  await ownReferenceOf(page).fill(reference);
}

export function ownReferenceOf(page: Page): Locator {
  return page.getByRole('textbox', { name: ru.order.order.ownReference, exact: true });
}

export function sendButtonOf(page: Page): Locator {
  return page.getByRole('button', { name: ru.newOrder.submit, exact: true });
}

/** Number of the order whose page is open, once it is there. */
export async function readOrderNumber(page: Page): Promise<string> {
  const heading = page.getByRole('heading', { level: 1, name: orderNumber });
  return orderNumber.exec((await heading.textContent()) ?? '')?.[0] ?? '';
}

/** Numbers of the orders with a reference, as the list of orders shows them. */
export async function listNumbers(page: Page, reference: string): Promise<readonly string[]> {
  await page.goto(`/orders?externalId=${encodeURIComponent(reference)}`);
  const rows = page.getByRole('table', { name: ru.shell.nav.orders }).getByRole('row');
  await rows.nth(1).waitFor();
  const texts = await rows.allTextContents();
  return texts.flatMap((text) => orderNumber.exec(text)?.[0] ?? []);
}

function find(id: string) {
  const offering = offerings.find((candidate) => candidate.id === id);
  if (!offering) throw new Error(`The demo does not sell ${id}`);
  return offering;
}
