/** Texts in Russian: roles and sides. */
export const texts = {
  role: {
    administrator: 'Администратор',
    finance: 'Финансы',
    technical: 'Технический специалист',
    manager: 'Персональный менеджер',
    support: 'Поддержка',
    'carrier-administrator': 'Администратор кабинета',
  },
  side: {
    operator: 'Оператор',
    carrier: 'Поставщик',
    system: 'Система',
  },
} as const;
