import type { TextsLike } from '../../i18n/text-types.ts';
import type { texts as russian } from './texts.ru.ts';

/** Texts in English: roles and sides. */
export const texts: TextsLike<typeof russian> = {
  role: {
    administrator: 'Administrator',
    finance: 'Finance',
    technical: 'Technical',
    manager: 'Account manager',
    support: 'Technical support',
    'carrier-administrator': 'Cabinet administrator',
  },
  side: {
    operator: 'Operator',
    carrier: 'Carrier',
    system: 'System',
  },
};
