import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { carrierAdministratorLogin } from '../../infra/demo/people.ts';
import { catchUpIndexes } from '../../infra/local/testing/dynamodb/catch-up-indexes.ts';
import { moscowToday } from '../../web/src/kit/format/moscow-day.ts';
import { checkAccessibility } from './accessibility.ts';
import type { DemoCabinet } from './cabinet.ts';
import { provokeFailures, test } from './page.ts';
import { createPerson } from './people.ts';
import { atWidth } from './viewer.ts';
import { ru } from './words.ts';
const administrator = { as: carrierAdministratorLogin };

const day = 24 * 60 * 60 * 1000;

/** A day from now on, as it is typed. */
function typed(days: number): string {
  const [year, month, date] = moscowToday(new Date(Date.now() + days * day)).split('-');
  return [date, month, year].join('.');
}

const inLanguage = (label: string, language: 'ru' | 'en') => `${label} (${ru.kit.form.language[language]})`;
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name });
const rowOf = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title });
const onHome = (page: Page, title: string) =>
  page.getByRole('region', { name: ru.shell.nav.notices }).getByRole('article').filter({ hasText: title });

/** Before another user reads: indexes are late in these tests. */
const catchUp = ({ endpoints, tableName }: DemoCabinet) => catchUpIndexes(endpoints.dynamodb, tableName);

/** How long the transitions of an element last. */
const transitionsOf = (element: Locator) =>
  element.evaluate(({ style }: { style: { transitionDuration: string } }) =>
    style.transitionDuration.split(', '),
  );

async function fill(page: Page, name: string, title: string, days: number): Promise<void> {
  const dialog = dialogOf(page, name);
  await dialog.getByLabel(inLanguage(ru.notices.title, 'ru')).fill(title);
  await dialog.getByLabel(inLanguage(ru.notices.title, 'en')).fill('Night works');
  await dialog.getByLabel(inLanguage(ru.notices.body, 'ru')).fill('Перерывы до часа.');
  await dialog.getByLabel(inLanguage(ru.notices.body, 'en')).fill('Interruptions of up to an hour.');
  await dialog.getByRole('textbox', { name: ru.notices.to, exact: true }).fill(typed(days));
  await dialog.getByLabel(ru.notices.toTime).fill('06:30');
  await dialog.getByLabel(ru.notices.toTime).blur();
}

test('a notice is published, dismissed by a reader, shown again once changed, and hidden once withdrawn', async ({
  open,
  cabinet,
}) => {
  const title = 'Ночные работы на кольце';
  const login = 'reader-of-notices@severtelecom.example';
  await createPerson(cabinet, { login, groups: ['operator-severtelecom', 'finance'] });
  const model = await open('/notices', administrator);
  await model.getByRole('button', { name: ru.notices.new }).click();
  await fill(model, ru.notices.new, title, 200);
  await checkAccessibility(model);
  provokeFailures(model, /\/cabinet\/v1\/notice$/);
  const making = dialogOf(model, ru.notices.new);
  await making.getByRole('button', { name: ru.notices.publish }).click();
  await making.getByText('90 дней после').waitFor();
  await making.getByRole('textbox', { name: ru.notices.to, exact: true }).fill(typed(3));
  await making.getByLabel(ru.notices.toTime).focus();
  await making.getByRole('button', { name: ru.notices.publish }).click();
  await making.waitFor({ state: 'hidden' });
  await rowOf(model, title).getByText(ru.notices.state.inForce, { exact: true }).waitFor();
  // A message that fades out would be judged half-way.
  expect(new Set(await transitionsOf(model.getByRole('alert').first()))).toEqual(new Set(['1ms']));
  await checkAccessibility(model);

  await catchUp(cabinet);
  const reader = await open('/', { as: login });
  await onHome(reader, title).getByText('Перерывы до часа.').waitFor();
  await onHome(reader, title).getByText('06:30').waitFor();
  await checkAccessibility(reader);
  await atWidth(reader, 390);
  await checkAccessibility(reader);
  await atWidth(reader, 1440);
  await onHome(reader, title)
    .getByRole('button', { name: ru.home.dismissNotice.replace('{{title}}', title) })
    .click();
  await onHome(reader, title).waitFor({ state: 'detached' });
  await reader.locator('h1:focus').waitFor();
  await reader.reload();
  // The demo's own notices are there, and this one is not.
  await onHome(reader, 'М9').waitFor();
  expect(await onHome(reader, title).count()).toBe(0);

  const changed = `${title}, перенесены`;
  await rowOf(model, title)
    .getByRole('button', { name: ru.notices.changeOne.replace('{{title}}', '') })
    .click();
  const changing = dialogOf(model, ru.notices.change);
  await changing.getByLabel(inLanguage(ru.notices.title, 'ru')).fill(changed);
  await changing.getByRole('button', { name: ru.kit.action.save }).click();
  await changing.waitFor({ state: 'hidden' });
  await catchUp(cabinet);
  await reader.reload();
  await onHome(reader, changed).waitFor();

  await rowOf(model, changed)
    .getByRole('button', { name: ru.notices.withdrawOne.replace('{{title}}', '') })
    .click();
  const question = dialogOf(model, ru.notices.withdraw);
  await checkAccessibility(model);
  await question.getByRole('button', { name: ru.notices.withdraw }).click();
  await rowOf(model, changed).getByText(ru.notices.state.withdrawn, { exact: true }).waitFor();
  expect(await rowOf(model, changed).getByRole('button').count()).toBe(0);
  await catchUp(cabinet);
  await reader.reload();
  await onHome(reader, 'М9').waitFor();
  expect(await onHome(reader, changed).count()).toBe(0);
});

test('a user who changes a notice that a colleague has just changed is offered the new version', async ({
  open,
  cabinet,
}) => {
  const title = 'Праздничные дни';
  const page = await open('/notices', administrator);
  await page.getByRole('button', { name: ru.notices.new }).click();
  await fill(page, ru.notices.new, title, 10);
  await dialogOf(page, ru.notices.new).getByRole('button', { name: ru.notices.publish }).click();
  await rowOf(page, title).waitFor();

  await catchUp(cabinet);
  const colleague = await open('/notices', administrator);
  provokeFailures(page, /\/cabinet\/v1\/notice\/\w+$/);
  for (const on of [page, colleague])
    await rowOf(on, title)
      .getByRole('button', { name: ru.notices.changeOne.replace('{{title}}', title) })
      .click();
  const bodyOf = (on: Page) => dialogOf(on, ru.notices.change).getByLabel(inLanguage(ru.notices.body, 'ru'));
  await bodyOf(colleague).fill('С 1 по 8 января заявки принимает дежурный.');
  await dialogOf(colleague, ru.notices.change).getByRole('button', { name: ru.kit.action.save }).click();
  await dialogOf(colleague, ru.notices.change).waitFor({ state: 'hidden' });

  await bodyOf(page).fill('Отдыхаем.');
  await dialogOf(page, ru.notices.change).getByRole('button', { name: ru.kit.action.save }).click();
  await dialogOf(page, ru.notices.change).getByText(ru.kit.stale.text).waitFor();
  await dialogOf(page, ru.notices.change).getByRole('button', { name: ru.kit.stale.reload }).click();
  await dialogOf(page, ru.notices.change).getByText(ru.kit.stale.text).waitFor({ state: 'hidden' });
  expect(await bodyOf(page).inputValue()).toBe('С 1 по 8 января заявки принимает дежурный.');
});

test('only the carrier’s administrator has a link to the page for managing notices', async ({ open }) => {
  const page = await open('/', { as: 'support@carrier.example' });
  await onHome(page, 'М9').waitFor();
  const link = { name: ru.shell.nav.notices, exact: true };
  expect(await page.getByRole('link', link).count()).toBe(0);
  const model = await open('/', administrator);
  await model.getByRole('navigation').getByRole('link', link).click();
  await model.getByRole('heading', { level: 1, name: ru.shell.nav.notices }).waitFor();
});
