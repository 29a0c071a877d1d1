import { type SignedInScope, sideOf } from '../../shared/auth/scope.ts';
import type { Language } from '../../shared/text.ts';

/** The signed-in user, as the pages need it. */
export function describeMe(scope: SignedInScope, language: Language | undefined) {
  const operator = scope.kind === 'operator' ? { id: scope.operatorId, name: scope.operatorName } : undefined;
  return {
    '@type': 'CabinetMe' as const,
    side: sideOf(scope),
    roles: [...scope.roles],
    ...(operator === undefined ? {} : { operator }),
    suspended: scope.kind === 'operator' && scope.suspended,
    ...(language === undefined ? {} : { language }),
    ...(scope.accessBlock === undefined ? {} : { accessBlock: scope.accessBlock }),
  };
}
