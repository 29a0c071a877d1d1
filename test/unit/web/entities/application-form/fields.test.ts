import { describe, expect, test } from 'vitest';
import { applicationFormSchema } from '../../../../../shared/application/application-form.ts';
import { type ApplicationFields, fieldsOf } from '../../../../../web/src/entities/application-form/fields.ts';
import { checkFields } from '../../../../../web/src/entities/application-form/check-fields.ts';
import { finishedRequisites } from '../../../../../web/src/entities/requisites/finished-requisites.ts';
import { formOf, savableForm } from '../../../../../web/src/entities/application-form/savable-form.ts';

const whole: ApplicationFields = {
  company: {
    name: ' ООО «Проба» ',
    taxpayerNumber: '77 0708 3893',
    registrationReasonCode: '773601001',
    registrationNumber: '1027700132195',
    legalAddress: '',
  },
  agreementNumber: '',
  contact: { name: 'Иван Иванов', email: 'ivan@proba.example', phone: '8 (495) 123-45-67' },
  users: [{ name: 'Иван Иванов', email: 'ivan@proba.example', roles: ['administrator'] }],
};

const check = (fields: ApplicationFields) => checkFields(fields, 'ru', 'required');

describe('the fields of an application', () => {
  test('say what the cabinet takes, however people write numbers', () => {
    expect(check(whole)).toEqual(new Map());
    expect(applicationFormSchema.parse(formOf(whole))).toMatchObject({
      company: { name: 'ООО «Проба»', taxpayerNumber: '7707083893' },
      contact: { phone: '+74951234567' },
    });
  });

  test('are required if blank, except for optional and dependent ones', () => {
    expect([...check(fieldsOf({}))]).toEqual(
      [
        '/company/name',
        '/company/taxpayerNumber',
        '/company/registrationNumber',
        '/contact/name',
        '/contact/email',
        '/contact/phone',
        '/users/0/name',
        '/users/0/email',
      ].map((pointer) => [pointer, 'required']),
    );
  });

  test('know that a sole proprietor has no КПП', () => {
    const proprietor = {
      ...whole,
      company: { ...whole.company, taxpayerNumber: '500100732259', registrationNumber: '304500116000157' },
    };
    expect(check(proprietor)).toEqual(new Map());
    const company = { ...whole, company: { ...whole.company, registrationReasonCode: '' } };
    expect(check(company)).toEqual(new Map([['/company/registrationReasonCode', 'required']]));
  });

  test('need an administrator, and a unique login for each user', () => {
    const [first] = whole.users;
    const users = [{ ...first!, roles: ['technical' as const] }, first!];
    expect([...check({ ...whole, users: users.slice(0, 1) }).keys()]).toEqual(['/users']);
    expect([...check({ ...whole, users }).keys()]).toEqual(['/users/1/email']);
  });
});

describe('a draft', () => {
  test('contains valid fields only', () => {
    const form = savableForm({
      ...whole,
      company: { ...whole.company, taxpayerNumber: '7707083894' },
      contact: { name: '', email: 'ivan@', phone: '+7 495' },
      users: [{ name: 'Иван', email: 'ivan', roles: [] }],
    });
    expect(form.company).toMatchObject({ name: 'ООО «Проба»', taxpayerNumber: null, legalAddress: null });
    expect(form.contact).toEqual({ name: null, email: null, phone: null });
    expect(form.users).toEqual([{ name: 'Иван', roles: [] }]);
  });

  test('comes back into the fields as it was', () => {
    const form = { company: { name: 'ООО «Проба»' }, users: [{ email: 'a@b.example' }] };
    expect(fieldsOf(form)).toMatchObject({
      company: { name: 'ООО «Проба»', taxpayerNumber: '' },
      users: [{ name: '', email: 'a@b.example', roles: [] }],
    });
  });
});

test.each([
  ['', []],
  ['770708389', []],
  ['7707083893', ['/company/taxpayerNumber']],
  ['77070838931', []],
  ['770708389312', ['/company/taxpayerNumber']],
  ['7707083893123', ['/company/taxpayerNumber']],
])('an ИНН of which %j is typed is checked while it is typed: %j', (taxpayerNumber, finished) => {
  const company = { ...whole.company, taxpayerNumber, registrationReasonCode: '', registrationNumber: '' };
  expect([...finishedRequisites(company)]).toEqual(finished);
});
