import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: kinds of notices. */
export const texts: TextsLike<typeof russian> = {
  notice: {
    kind: {
      information: 'Information',
      works: 'Planned works',
      important: 'Important',
    },
  },
};
