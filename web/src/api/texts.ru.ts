/** Texts in Russian: what the API client says itself. */
export const texts = {
  api: {
    failed: 'Повторите попытку. Если не поможет — сообщите менеджеру код {{code}}.',
    noAnswer: 'Ответа нет. Проверьте подключение и повторите попытку.',
    challenged: 'Не удалось проверить ваш браузер. Обновите страницу и повторите попытку.',
  },
} as const;
