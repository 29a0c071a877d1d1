import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { severtelecom } from '../../infra/demo/people.ts';
import { checkAccessibility } from './accessibility.ts';
import { test } from './page.ts';
import { settle } from './viewer.ts';
import { ru } from './words.ts';

const administrator = { as: `administrator@${severtelecom.domain}` };

/** Lets the page see the operator as suspended; the security tests know what the API then refuses. */
async function suspend(page: Page): Promise<void> {
  await page.route('**/cabinet/v1/me', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), suspended: true } });
  });
}

const order = 'main a[href^="/orders/"]:not([href^="/orders/new"])';
const service = 'main a[href^="/services/"]';
const offering = 'main a[href^="/catalog/"]';
const toOrder = 'main a[href^="/orders/new"]';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Pages, and what leads to a refusal there while the operator is suspended. */
const offers = [
  {
    name: 'an order',
    address: '/orders?state=pending',
    link: order,
    refused: (page: Page) => [
      page.locator(toOrder),
      button(page, ru.orders.cancelOrder),
      button(page, ru.orders.step.answer),
      button(page, ru.kit.upload.chooseFor.replace('{{what}}', ru.order.order.files)),
    ],
  },
  {
    name: 'a service',
    address: '/services',
    link: service,
    refused: (page: Page) => [page.locator(toOrder)],
  },
  {
    name: 'an offering',
    address: '/catalog',
    link: offering,
    refused: (page: Page) => [page.locator(toOrder)],
  },
  {
    name: 'the services',
    address: '/services',
    refused: (page: Page) => [page.getByRole('link', { name: ru.services.connect })],
  },
  {
    name: 'people',
    address: '/people',
    refused: (page: Page) => [button(page, ru.people.invite), button(page, ru.people.machines.create)],
  },
];

async function visit(page: Page, { address, link }: { address: string; link?: string }): Promise<void> {
  await page.goto(new URL(address, page.url()).href);
  await settle(page);
  if (link === undefined) return;
  await page.locator(link).last().click();
  await settle(page);
}

test.for(offers)(
  'the page of $name offers a suspended operator nothing that is refused',
  async (offer, { open }) => {
    const page = await open('/', administrator);
    await visit(page, offer);
    const title = page.getByText(ru.shell.suspended.title);
    for (const offered of offer.refused(page)) await offered.first().waitFor();
    expect(await title.count()).toBe(0);
    await suspend(page);
    await page.reload();
    await title.waitFor();
    await settle(page);
    for (const refused of offer.refused(page)) expect(await refused.count()).toBe(0);
    await checkAccessibility(page);
  },
);

test('people of a suspended operator write notes, remove accounts, and read why they cannot order', async ({
  open,
}) => {
  const page = await open('/', administrator);
  await suspend(page);
  await visit(page, { address: '/orders', link: order });
  await page.getByLabel(ru.orders.newNote).fill('Счёт оплачен 3 марта');
  expect(await button(page, ru.orders.addNote).isEnabled()).toBe(true);
  await visit(page, { address: '/people' });
  await page
    .getByRole('row')
    .filter({ hasText: `technical@${severtelecom.domain}` })
    .getByRole('button', { name: ru.people.actionsOf.replace('{{who}}', '') })
    .click();
  expect(await page.getByRole('menuitem', { name: ru.people.step.roles }).count()).toBe(0);
  expect(await page.getByRole('menuitem', { name: ru.people.step.disable }).count()).toBe(0);
  await page.getByRole('menuitem', { name: ru.people.step.remove }).waitFor();
  await visit(page, { address: '/orders/new' });
  await page.getByText(ru.shell.suspended.noOrders).waitFor();
});
