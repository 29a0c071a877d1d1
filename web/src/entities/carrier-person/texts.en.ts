import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: what the carrier’s people are called. */
export const texts: TextsLike<typeof russian> = {
  person: {
    nobody: 'no one',
    me: 'you',
    colleague: 'another employee',
    automatically: 'automatically',
    unnamed: 'employee {{id}}',
  },
};
