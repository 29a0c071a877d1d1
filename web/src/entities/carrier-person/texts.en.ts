import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: what the carrier’s people are called. */
export const texts: TextsLike<typeof russian> = {
  person: {
    nobody: 'nobody',
    me: 'you',
    colleague: 'another person',
    automatically: 'automatically',
    unnamed: 'person {{id}}',
  },
};
