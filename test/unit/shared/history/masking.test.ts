import { describe, expect, it } from 'vitest';
import { emptyCheckList, type ApplicationRecord } from '../../../../shared/application/application-record.ts';
import { applicationChanges } from '../../../../shared/application/application-changes.ts';
import { masked } from '../../../../shared/history/masking.ts';
import { changeOfDetails } from '../../../../shared/operator/operator-history.ts';
import { operatorRecordSchema } from '../../../../shared/operator/operator-record.ts';

const person = /Зимина|zimina@|\+7|9161234567|4510/;

describe('a change in a history', () => {
  it.each([
    ['notificationContact', 'Анна Зимина, +7 916 123-45-67', '***'],
    ['contactMedium', '[{"emailAddress":"zimina@example.com"}]', '***'],
    ['form.users', '[{"name":"Анна Зимина"}]', '***'],
    ['aFieldOfTomorrow', 'Анна Зимина', '***'],
    ['description', 'Звоните: +7 (916) 123-45-67', 'Звоните: ***'],
    ['description', 'Пишите на zimina@example.com, ждём', 'Пишите на ***, ждём'],
    ['description', 'Паспорт 4510 123456', 'Паспорт ***'],
    ['description', 'Паспорт 45 10 № 123456', 'Паспорт ***'],
    ['description', 'Звоните: 8 916 123\u{2011}45\u{2011}67', 'Звоните: ***'],
    ['description', 'До 2026-12-01, порт 10GE', 'До 2026-12-01, порт 10GE'],
    ['place', 'installation: М9, 89161234567', 'installation: М9, ***'],
    ['state', 'inProgress', 'inProgress'],
    ['expectedCompletionDate', '2026-12-01T09:00:00.000Z', '2026-12-01T09:00:00.000Z'],
    ['productCharacteristic.numbers', '+74950000001', '+74950000001'],
    ['checkList.identityChecked', 'true', 'true'],
  ])('of %s: %j is recorded as %j', (field, value, recorded) => {
    expect(masked({ item: '1', field, before: value })).toEqual({ item: '1', field, before: recorded });
    expect(masked({ field, after: value })).toEqual({ field, after: recorded });
  });

  it('shows nothing of the people in an application’s form, but that it changed', () => {
    const before: ApplicationRecord = {
      schemaVersion: 1,
      version: 1,
      historySequence: 1,
      id: '0SVBM1TTED000000',
      state: 'inReview',
      channel: 'paper',
      form: {
        company: { name: 'ИП Зимина' },
        contact: { name: 'Анна Зимина', email: 'zimina@example.com', phone: '+79161234567' },
      },
      createdAt: '2026-03-02T09:00:00.000Z',
      updatedAt: '2026-03-02T09:00:00.000Z',
      checkList: emptyCheckList,
      corrections: [],
    };
    const after: ApplicationRecord = {
      ...before,
      state: 'approving',
      form: { company: { name: 'ИП Зимина А.' } },
      checkList: { ...emptyCheckList, identityChecked: true },
    };
    const changes = applicationChanges(before, after).map(masked);
    expect(changes).toEqual([
      { field: 'state', before: 'inReview', after: 'approving' },
      { field: 'checkList.identityChecked', before: 'false', after: 'true' },
      { field: 'form.company', before: '***', after: '***' },
      { field: 'form.contact', before: '***' },
    ]);
    expect(JSON.stringify(changes)).not.toMatch(person);
  });

  it('names an operator’s changed details, without its contacts', () => {
    const before = operatorRecordSchema.parse({
      schemaVersion: 1,
      version: 1,
      name: 'ООО «Север»',
      taxpayerNumber: '7800000010',
      status: 'active',
      isCustomer: false,
    });
    const contact = { mediumType: 'email', characteristic: { emailAddress: 'zimina@example.com' } };
    const after = {
      ...before,
      name: 'АО «Север»',
      isCustomer: true,
      agreements: [{ id: 'МС-1' }],
      contactMedium: [contact],
    };
    const { change, operatorName } = changeOfDetails(before, after);
    expect(operatorName).toBe('АО «Север»');
    expect(change.map(masked)).toEqual([
      { field: 'partyRole', after: 'customer' },
      { field: 'name', before: 'ООО «Север»', after: 'АО «Север»' },
      { field: 'agreement', after: 'МС-1' },
      { field: 'contactMedium', after: '***' },
    ]);
  });
});
