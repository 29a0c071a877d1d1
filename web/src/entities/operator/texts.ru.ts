/** Texts in Russian: operators, on several pages. */
export const texts = {
  operator: {
    operator: 'Оператор',
    find: 'Название или ИНН',
    taxpayerNumber: 'ИНН',
    service: 'Обслуживание',
    id: 'Идентификатор оператора',
    accountManager: 'Персональный менеджер',
  },
} as const;
