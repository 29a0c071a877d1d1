import type { ApplicationForm } from '../../../shared/application/application-form.ts';
import type { ApplicationRecord } from '../../../shared/application/application-record.ts';
import { answerTerm } from '../../../shared/application/answer-term.ts';
import { erasureAfter } from '../../../shared/application/erasure.ts';
import { reviewDueAt } from '../../../shared/application/review-term.ts';
import { volgaline } from '../people.ts';

const day = 24 * 60 * 60 * 1000;

const unchecked = {
  applicationSigned: false,
  identityChecked: false,
  authorityChecked: false,
  requisitesChecked: false,
};
const checked = {
  applicationSigned: true,
  identityChecked: true,
  authorityChecked: true,
  requisitesChecked: true,
};

/** An applicant; company, numbers and people are invented, the check digits are valid. */
function formOf(
  company: ApplicationForm['company'],
  domain: string,
  [contact, ...colleagues]: readonly [name: string, ...names: string[]],
): ApplicationForm {
  const emailOf = (index: number) => `${index === 0 ? 'director' : `engineer${index}`}@${domain}`;
  return {
    company,
    contact: { name: contact, email: emailOf(0), phone: '+74950000100' },
    users: [contact, ...colleagues].map((name, index) => ({
      name,
      email: emailOf(index),
      roles: index === 0 ? ['administrator', 'finance'] : ['technical'],
    })),
  };
}

/** Applications in every state that a manager sees, so that the queue is not empty on the first day. */
export function demoApplications(managerSub: string, now: Date): readonly ApplicationRecord[] {
  const ago = (days: number) => new Date(now.getTime() - days * day);
  const submitted = (id: string, days: number, form: ApplicationForm): ApplicationRecord => ({
    schemaVersion: 1,
    version: 1,
    historySequence: 2,
    id,
    state: 'submitted',
    channel: 'form',
    form,
    createdAt: ago(days).toISOString(),
    updatedAt: ago(days).toISOString(),
    submittedAt: ago(days).toISOString(),
    dueAt: reviewDueAt(ago(days)),
    checkList: unchecked,
    scannedKinds: ['application', 'identityDocument', 'powerOfAttorney'],
    corrections: [],
  });
  const baikal = formOf(
    {
      name: 'ООО «Байкалсвязь»',
      taxpayerNumber: '3800000037',
      registrationReasonCode: '380001001',
      registrationNumber: '1263800000034',
      legalAddress: 'Иркутск, ул. Карла Маркса, 1',
    },
    'baikalsvyaz.example',
    ['Анна Зимина', 'Пётр Лыков'],
  );
  const ob = formOf(
    {
      name: 'АО «Обьтелеком»',
      taxpayerNumber: '5400000043',
      registrationReasonCode: '540001001',
      registrationNumber: '1265400000040',
    },
    'obtelecom.example',
    ['Игорь Седов', 'Мария Ким', 'Олег Бор'],
  );
  const proprietor = formOf(
    { name: 'ИП Кавказов Р. М.', taxpayerNumber: '260000000822', registrationNumber: '304260000000007' },
    'kavkazov.example',
    ['Руслан Кавказов'],
  );
  const primorsk = formOf(
    {
      name: 'ООО «Приморсклинк»',
      taxpayerNumber: '2500000059',
      registrationReasonCode: '250001001',
      registrationNumber: '1262500000058',
    },
    'primorsklink.example',
    ['Вера Дальняя'],
  );
  // Of an operator that is already registered, with a new agreement.
  const another = formOf(
    {
      name: volgaline.name,
      taxpayerNumber: volgaline.taxpayerNumber,
      registrationReasonCode: '630001001',
      registrationNumber: '1266300000020',
    },
    'samara.volgaline.example',
    ['Нина Самарина'],
  );
  const decidedAt = ago(2);
  return [
    submitted('DEM0BA1KA1SVYAZ0', 1, baikal),
    {
      ...submitted('DEM00BTE1EC0M000', 6, ob),
      state: 'inReview',
      managerSub,
      checkList: { ...unchecked, applicationSigned: true, requisitesChecked: true },
    },
    {
      ...submitted('DEM0KAVKAZ0V0000', 3, proprietor),
      state: 'correctionRequested',
      ...answerTerm(ago(2)),
      managerSub,
      corrections: [
        {
          at: ago(2).toISOString(),
          by: managerSub,
          text: 'На скане паспорта не видна страница с фотографией',
        },
      ],
    },
    {
      ...submitted('DEM0V01GA11NE000', 2, { ...another, agreementNumber: 'МС-2026-77' }),
      state: 'inReview',
      channel: 'paper',
      managerSub,
      checkList: checked,
    },
    {
      ...submitted('DEM0PR1M0RSK0000', 9, primorsk),
      state: 'refused',
      managerSub,
      decision: {
        at: decidedAt.toISOString(),
        by: managerSub,
        kind: 'refused',
        reason: 'Доверенность выдана на другое лицо',
      },
      eraseAt: erasureAfter(decidedAt, 30),
    },
  ];
}
