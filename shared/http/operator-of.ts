import type { SignedInScope } from '../auth/scope.ts';
import { invalidRequest } from '../errors.ts';

/** The operator that a request is about: the one it names, or the caller's own. The carrier's people have none. */
export function operatorOf(scope: SignedInScope, wanted: string | undefined): string | undefined {
  return wanted ?? (scope.kind === 'operator' ? scope.operatorId : undefined);
}

/**
 * The same, for a request that has to be about one operator: keys begin with the operator, and a query across all
 * operators does not exist.
 *
 * @throws CabinetError `invalidRequest` if one of the carrier's people names no operator
 */
export function requireOperator(scope: SignedInScope, wanted: string | undefined): string {
  const operatorId = operatorOf(scope, wanted);
  if (operatorId === undefined) throw invalidRequest([{ pointer: '?operatorId', message: operatorMissing }]);
  return operatorId;
}

const operatorMissing = {
  ru: 'Укажите оператора, например operatorId=alfa',
  en: 'Specify an operator, for example operatorId=alfa',
};
