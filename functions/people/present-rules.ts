import { CabinetError } from '../../shared/errors.ts';
import { rulesInForce, rulesVersions } from '../../shared/rules/rules-versions.ts';
import type { Language } from '../../shared/text.ts';
import { rulesTexts, rulesTitle } from './rules/rules-text.ts';

/**
 * The rules: a given version, or the one in force.
 *
 * @throws CabinetError `notFound`
 */
export function presentRules(name: string | undefined, language: Language, now: Date) {
  const found =
    name === undefined
      ? (rulesInForce(rulesVersions, now) ?? rulesVersions[0])
      : rulesVersions.find(({ version }) => version === name);
  if (found === undefined) throw new CabinetError('notFound');
  return {
    '@type': 'CabinetRules' as const,
    version: found.version,
    inForceFrom: found.inForceFrom,
    title: rulesTitle[language],
    clause: rulesTexts[found.version].map((clause) => clause[language]),
    versions: rulesVersions.map(({ version, inForceFrom }) => ({ version, inForceFrom })),
  };
}
