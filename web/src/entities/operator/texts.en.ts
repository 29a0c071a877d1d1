import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: operators, on several pages. */
export const texts: TextsLike<typeof russian> = {
  operator: {
    operator: 'Operator',
    find: 'Name or taxpayer number',
    taxpayerNumber: 'Taxpayer number',
    service: 'Service',
    id: 'Operator ID',
    accountManager: 'Account manager',
  },
};
