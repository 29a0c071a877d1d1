import { expect } from 'vitest';
import { checkAccessibility } from './accessibility.ts';
import { provokeFailures, test } from './page.ts';
import { createOperator, createPerson, withdrawFromGroup } from './people.ts';
import { ru } from './words.ts';
const carrierAdministrator = { as: 'administrator@carrier.example' };

test('an operator is registered, gets another name, a billing account and a contact', async ({ open }) => {
  const page = await open('/operators', carrierAdministrator);
  await page.getByRole('link', { name: ru.operators.register }).click();
  await page.getByRole('heading', { level: 1, name: ru.operators.newTitle }).waitFor();
  await checkAccessibility(page);
  await page.getByLabel(ru.requisites.companyName).fill('ООО «Омсклинк»');
  await page.getByLabel(ru.requisites.taxpayerNumber).fill('5500000078');
  await page.getByText('10 цифр организации').waitFor();
  await page.getByLabel(ru.requisites.taxpayerNumber).fill('5500000079');
  await page.getByLabel(ru.requisites.registrationReasonCode).fill('550001001');
  await page.getByLabel(ru.requisites.registrationNumber).fill('1265500000072');
  await page.getByLabel(ru.operator.operator.id).fill('severtelecom');
  provokeFailures(page, /\/party\/v4\/organization$/);
  // It is no customer yet.
  provokeFailures(page, /\/partyRole\/omsklink$/);
  await page.getByRole('button', { name: ru.operators.register }).click();
  const taken = page.locator('[data-field="/operatorId"]').getByText('занят');
  await taken.waitFor();
  await page.getByLabel(ru.operator.operator.id).fill('');
  await page.getByRole('button', { name: ru.operators.register }).click();
  await page.waitForURL('**/operators/omsklink');

  await page.getByRole('button', { name: ru.operators.changeDetails }).click();
  const details = page.getByRole('dialog', { name: ru.operators.changeDetails });
  await details.getByLabel(ru.requisites.companyName).fill('АО «Омсклинк»');
  await checkAccessibility(page);
  await details.getByRole('button', { name: ru.kit.action.save }).click();
  await page.getByRole('heading', { level: 1, name: 'АО «Омсклинк»' }).waitFor();

  await page.getByRole('button', { name: ru.operators.makeCustomer }).click();
  await page.getByRole('button', { name: ru.operators.addAccount }).click();
  const account = page.getByRole('dialog', { name: ru.operators.addAccount });
  await account.getByLabel(ru.operators.number).fill('ЛС-550001');
  await account.getByRole('button', { name: ru.operators.add, exact: true }).click();
  await account.waitFor({ state: 'hidden' });
  const accounts = page.getByRole('region', { name: ru.operators.accounts });
  await accounts.getByText('ЛС-550001').waitFor();

  await page.getByRole('button', { name: ru.operators.addContact }).click();
  const contact = page.getByRole('dialog', { name: ru.operators.addContact });
  await contact
    .getByRole('textbox', { name: ru.operators.contactKind.email })
    .fill('office@omsklink.example');
  await contact.getByRole('button', { name: ru.operators.add, exact: true }).click();
  await page
    .getByRole('region', { name: ru.operators.contacts })
    .getByText('office@omsklink.example')
    .waitFor();
  await checkAccessibility(page);

  await accounts.getByRole('button', { name: ru.operators.remove.replace('{{name}}', 'ЛС-550001') }).click();
  const question = page.getByRole('dialog', { name: ru.operators.removeAccount });
  await question.getByRole('button', { name: ru.operators.removeAccount }).click();
  await accounts.getByText(ru.operators.noAccounts).waitFor();
});

test('a user who changes an operator that a colleague has just changed is offered the new version', async ({
  open,
}) => {
  const page = await open('/operators/volgaline', carrierAdministrator);
  const colleague = await open('/operators/volgaline', carrierAdministrator);
  provokeFailures(page, /\/party\/v4\/organization\/volgaline$/);
  const dialogOf = (on: typeof page) => on.getByRole('dialog', { name: ru.operators.changeDetails });
  for (const on of [page, colleague])
    await on.getByRole('button', { name: ru.operators.changeDetails }).click();
  await dialogOf(colleague).getByLabel(ru.operators.tradingName).fill('Волга');
  await dialogOf(colleague).getByRole('button', { name: ru.kit.action.save }).click();
  await dialogOf(colleague).waitFor({ state: 'hidden' });

  await dialogOf(page).getByLabel(ru.operators.tradingName).fill('Лайн');
  await dialogOf(page).getByRole('button', { name: ru.kit.action.save }).click();
  await dialogOf(page).getByText(ru.kit.stale.text).waitFor();
  await dialogOf(page).getByRole('button', { name: ru.kit.stale.reload }).click();
  await dialogOf(page).getByText(ru.kit.stale.text).waitFor({ state: 'hidden' });
  expect(await dialogOf(page).getByLabel(ru.operators.tradingName).inputValue()).toBe('Волга');
  await dialogOf(page).getByRole('button', { name: ru.kit.action.cancel }).click();
});

test('an operator is given to a manager by name, and not to one who has lost the role meanwhile', async ({
  open,
  cabinet,
}) => {
  await createOperator(cabinet, 'chitatel', { name: 'ООО «Читателеком»', status: 'active' });
  const groups = ['manager'];
  const [vera, former] = ['Вера Кузнецова', 'Глеб Бывший'];
  await createPerson(cabinet, { login: 'kuznetsova@carrier.example', name: vera, groups });
  const page = await open('about:blank', carrierAdministrator);
  const firstAnswer = Promise.withResolvers<undefined>();
  await page.route(
    /\/carrierPerson/,
    async (route) => {
      const response = await route.fetch();
      await firstAnswer.promise;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await page.goto('/operators/chitatel');
  await page.getByText(ru.carrierPerson.person.nobody).waitFor();
  // Found, though there was no such colleague when the page began to read the directory.
  const login = 'gleb@carrier.example';
  const formerSub = await createPerson(cabinet, { login, name: former, groups });

  await page.getByRole('button', { name: ru.operators.assign }).click();
  firstAnswer.resolve(undefined);
  const dialog = page.getByRole('dialog', { name: ru.operators.assign });
  const choose = async (name: string) => {
    await dialog.getByRole('combobox', { name: ru.operators.manager }).fill(name);
    await page.getByRole('option', { name }).click();
  };
  await choose(former);
  await withdrawFromGroup(cabinet, formerSub, 'manager');
  provokeFailures(page, /\/operator\/chitatel\/manager$/);
  await dialog.getByRole('button', { name: ru.operators.assign }).click();
  await dialog.getByText('Укажите персонального менеджера').waitFor();
  await checkAccessibility(page);

  await choose(vera);
  await dialog.getByRole('button', { name: ru.operators.assign }).click();
  await dialog.getByRole('status').waitFor();
  await checkAccessibility(page);
  await dialog.getByRole('button', { name: ru.kit.action.close }).last().click();
  const particulars = page.locator('dl').filter({ hasText: ru.operator.operator.accountManager });
  await particulars.getByText(vera).waitFor();
  // The history names both the new manager and who gave the operator away.
  const history = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: ru.kit.section.history }) });
  await history.getByText(vera).waitFor();
  await history.getByText('Ирина Соколова').waitFor();
});
