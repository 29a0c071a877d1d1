/** Texts in Russian: what the API client says itself. */
export const texts = {
  api: {
    failed: 'Повторите попытку. Если ошибка повторится, сообщите менеджеру код {{code}}.',
    noAnswer: 'Сервер не отвечает. Проверьте подключение и повторите попытку.',
    challenged: 'Не удалось проверить ваш браузер. Обновите страницу и повторите попытку.',
  },
} as const;
