import { expect } from 'vitest';
import { strings as applying } from '../../web/src/i18n/ru-applying.ts';
import { strings as managing } from '../../web/src/i18n/ru-managing.ts';
import { strings } from '../../web/src/i18n/ru.ts';
import { checkAccessibility } from './accessibility.ts';
import { provokeFailures, test } from './page.ts';
import { createOperator, createPerson, withdrawFromGroup } from './people.ts';

const { apply } = applying;
const { operators, editor } = managing;
const carrierAdministrator = { as: 'administrator@carrier.example' };

test('an operator is registered, gets another name, a billing account and a contact', async ({ open }) => {
  const page = await open('/operators', carrierAdministrator);
  await page.getByRole('link', { name: operators.register }).click();
  await page.getByRole('heading', { level: 1, name: operators.newTitle }).waitFor();
  await checkAccessibility(page);
  await page.getByLabel(apply.companyName).fill('ООО «Омсклинк»');
  await page.getByLabel(apply.taxpayerNumber).fill('5500000078');
  await page.getByText('10 цифр организации').waitFor();
  await page.getByLabel(apply.taxpayerNumber).fill('5500000079');
  await page.getByLabel(apply.registrationReasonCode).fill('550001001');
  await page.getByLabel(apply.registrationNumber).fill('1265500000072');
  await page.getByLabel(managing.review.operatorId).fill('severtelecom');
  provokeFailures(page, /\/party\/v4\/organization$/);
  // It is no customer yet.
  provokeFailures(page, /\/partyRole\/omsklink$/);
  await page.getByRole('button', { name: operators.register }).click();
  const taken = page.locator('[data-field="/operatorId"]').getByText('занят');
  await taken.waitFor();
  await page.getByLabel(managing.review.operatorId).fill('');
  await page.getByRole('button', { name: operators.register }).click();
  await page.waitForURL('**/operators/omsklink');

  await page.getByRole('button', { name: operators.changeDetails }).click();
  const details = page.getByRole('dialog', { name: operators.changeDetails });
  await details.getByLabel(apply.companyName).fill('АО «Омсклинк»');
  await checkAccessibility(page);
  await details.getByRole('button', { name: editor.save }).click();
  await page.getByRole('heading', { level: 1, name: 'АО «Омсклинк»' }).waitFor();

  await page.getByRole('button', { name: operators.makeCustomer }).click();
  await page.getByRole('button', { name: operators.addAccount }).click();
  const account = page.getByRole('dialog', { name: operators.addAccount });
  await account.getByLabel(operators.number).fill('ЛС-550001');
  await account.getByRole('button', { name: operators.add, exact: true }).click();
  await account.waitFor({ state: 'hidden' });
  const accounts = page.getByRole('region', { name: operators.accounts });
  await accounts.getByText('ЛС-550001').waitFor();

  await page.getByRole('button', { name: operators.addContact }).click();
  const contact = page.getByRole('dialog', { name: operators.addContact });
  await contact.getByRole('textbox', { name: operators.contactKind.email }).fill('office@omsklink.example');
  await contact.getByRole('button', { name: operators.add, exact: true }).click();
  await page.getByRole('region', { name: operators.contacts }).getByText('office@omsklink.example').waitFor();
  await checkAccessibility(page);

  await accounts.getByRole('button', { name: operators.remove.replace('{{name}}', 'ЛС-550001') }).click();
  const question = page.getByRole('dialog', { name: operators.removeAccount });
  await question.getByRole('button', { name: operators.removeAccount }).click();
  await accounts.getByText(operators.noAccounts).waitFor();
});

test('who changes an operator that somebody else has just changed is offered the new version', async ({
  open,
}) => {
  const page = await open('/operators/volgaline', carrierAdministrator);
  const colleague = await open('/operators/volgaline', carrierAdministrator);
  provokeFailures(page, /\/party\/v4\/organization\/volgaline$/);
  const dialogOf = (on: typeof page) => on.getByRole('dialog', { name: operators.changeDetails });
  for (const on of [page, colleague]) await on.getByRole('button', { name: operators.changeDetails }).click();
  await dialogOf(colleague).getByLabel(operators.tradingName).fill('Волга');
  await dialogOf(colleague).getByRole('button', { name: editor.save }).click();
  await dialogOf(colleague).waitFor({ state: 'hidden' });

  await dialogOf(page).getByLabel(operators.tradingName).fill('Лайн');
  await dialogOf(page).getByRole('button', { name: editor.save }).click();
  await dialogOf(page).getByText(operators.staleText).waitFor();
  await dialogOf(page).getByRole('button', { name: operators.reload }).click();
  await dialogOf(page).getByText(operators.staleText).waitFor({ state: 'hidden' });
  expect(await dialogOf(page).getByLabel(operators.tradingName).inputValue()).toBe('Волга');
  await dialogOf(page).getByRole('button', { name: strings.app.cancel }).click();
});

test('an operator is given to a manager by name, and not to one who has lost the role meanwhile', async ({
  open,
  cabinet,
}) => {
  await createOperator(cabinet, 'chitatel', { name: 'ООО «Читателеком»', status: 'active' });
  const groups = ['manager'];
  const [vera, former] = ['Вера Кузнецова', 'Глеб Бывший'];
  await createPerson(cabinet, { login: 'kuznetsova@carrier.example', name: vera, groups });
  const page = await open('/operators/chitatel', carrierAdministrator);
  await page.getByText(managing.review.nobody).waitFor();
  // Found, though the directory was read before there was such a colleague.
  const login = 'gleb@carrier.example';
  const formerSub = await createPerson(cabinet, { login, name: former, groups });

  await page.getByRole('button', { name: operators.assign }).click();
  const dialog = page.getByRole('dialog', { name: operators.assign });
  const choose = async (name: string) => {
    await dialog.getByRole('combobox', { name: operators.manager }).fill(name);
    await page.getByRole('option', { name }).click();
  };
  await choose(former);
  await withdrawFromGroup(cabinet, formerSub, 'manager');
  provokeFailures(page, /\/operator\/chitatel\/manager$/);
  await dialog.getByRole('button', { name: operators.assign }).click();
  await dialog.getByText('персональный менеджер, которому открыт вход').waitFor();
  await checkAccessibility(page);

  await choose(vera);
  await dialog.getByRole('button', { name: operators.assign }).click();
  await dialog.getByRole('status').waitFor();
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: strings.app.close }).last().click();
  const particulars = page.locator('dl').filter({ hasText: managing.review.accountManager });
  await particulars.getByText(vera).waitFor();
  // The history names both the new manager and who gave the operator away.
  const history = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: strings.services.history }) });
  await history.getByText(vera).waitFor();
  await history.getByText('Ирина Соколова').waitFor();
});
