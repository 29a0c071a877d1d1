/** Texts in Russian: orders, on several pages. */
export const texts = {
  order: {
    open: 'Открыть заявку',
    new: 'Новая заявка',
    number: 'Заявка {{number}}',
    overdue: 'просрочена',
    ownReference: 'Ваш номер',
    description: 'Описание',
    priority: 'Приоритет',
    requestedStart: 'Желаемое начало',
    requestedCompletion: 'Желаемый срок',
    contact: 'Контакт по заявке',
    billingAccount: 'Лицевой счёт',
    agreement: 'Договор',
    noPrice: 'Бесплатно.',
    action: {
      add: 'Подключение',
      modify: 'Изменение',
      delete: 'Отключение',
      noChange: 'Без изменений',
    },
    priorities: {
      '0': 'Критический',
      '1': 'Очень высокий',
      '2': 'Высокий',
      '3': 'Повышенный',
      '4': 'Обычный',
    },
    files: 'Файлы',
    removeFile: 'Убрать файл {{name}}',
  },
} as const;
