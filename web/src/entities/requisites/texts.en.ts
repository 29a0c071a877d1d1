import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: the requisites of a company. */
export const texts: TextsLike<typeof russian> = {
  companyName: 'Name',
  companyNameText: 'As in the articles of association',
  taxpayerNumber: 'Taxpayer number (INN)',
  taxpayerNumberText: '10 digits, or 12 for a sole proprietor',
  registrationReasonCode: 'Registration reason code (KPP)',
  registrationReasonCodeText: '9 characters',
  registrationNumber: 'State registration number (OGRN)',
  registrationNumberText: '13 digits, or 15 for a sole proprietor',
};
