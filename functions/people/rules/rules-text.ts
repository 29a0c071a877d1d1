import type { Text } from '../../../shared/text.ts';
import { firstRules } from './version-1.ts';
import { secondRules } from './version-2.ts';
import type { rulesVersions } from '../../../shared/rules/rules-versions.ts';

type RulesVersion = (typeof rulesVersions)[number]['version'];

/** The clauses of every version that was ever in force. An accepted text never changes. */
export const rulesTexts: Readonly<Record<RulesVersion, readonly Text[]>> = {
  '1': firstRules,
  '2': secondRules,
};

/** Title of the rules, of every version. */
export const rulesTitle: Text = {
  ru: 'Правила пользования кабинетом оператора',
  en: 'Rules of the operator cabinet',
};
