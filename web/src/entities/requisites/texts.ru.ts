/** Texts in Russian: the requisites of a company. */
export const texts = {
  companyName: 'Наименование',
  companyNameText: 'Как в учредительных документах, например ООО «Север Телеком»',
  taxpayerNumber: 'ИНН',
  taxpayerNumberText: '10 цифр, у ИП — 12',
  registrationReasonCode: 'КПП',
  registrationReasonCodeText: '9 символов',
  registrationNumber: 'ОГРН или ОГРНИП',
  registrationNumberText: '13 цифр, у ИП — 15',
} as const;
