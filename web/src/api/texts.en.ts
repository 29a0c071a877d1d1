import type { TextsLike } from '../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: errors of the API client. */
export const texts: TextsLike<typeof russian> = {
  api: {
    failed: 'Try again. If the error persists, give your account manager the code {{code}}.',
    noAnswer: 'The server is not responding. Check your connection and try again.',
    challenged: 'Your browser could not be verified. Reload the page and try again.',
  },
};
