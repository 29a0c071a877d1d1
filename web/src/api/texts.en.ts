import type { TextsLike } from '../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: what the API client says itself. */
export const texts: TextsLike<typeof russian> = {
  api: {
    failed: 'Try again. If it does not help, tell your manager the code {{code}}.',
    noAnswer: 'No answer. Check your connection and try again.',
    challenged: 'Your browser could not be verified. Reload the page and try again.',
  },
};
