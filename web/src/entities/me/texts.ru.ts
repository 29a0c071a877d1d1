/** Texts in Russian: roles and sides. */
export const texts = {
  role: {
    administrator: 'Администратор',
    finance: 'Финансовый специалист',
    technical: 'Технический специалист',
    manager: 'Персональный менеджер',
    support: 'Техническая поддержка',
    'carrier-administrator': 'Администратор кабинета',
  },
  side: {
    operator: 'Оператор',
    carrier: 'Поставщик',
    system: 'Система',
  },
} as const;
