import type { CarrierRole, OperatorRole, Role } from './roles.ts';

/**
 * What stands in the way of somebody who signed in and belongs somewhere: the operator is closed, the rules in force
 * were not accepted, the carrier's people lack the second factor. Also the code that everything is refused with.
 */
export type AccessBlock = 'operatorClosed' | 'rulesNotAccepted' | 'mfaRequired';

/** Somebody of an operator: sees that operator and nothing else. */
export interface OperatorScope {
  readonly kind: 'operator';
  readonly sub: string;
  readonly accessBlock?: AccessBlock | undefined;
  readonly operatorId: string;
  readonly operatorName: string;
  /** Subject of the account manager, to whose queue the operator's requests go; none while nobody is assigned. */
  readonly managerSub: string | undefined;
  /** Reading works, writing does not. */
  readonly suspended: boolean;
  readonly roles: readonly OperatorRole[];
}

/** An account manager: sees the operators of the own portfolio. */
export interface PortfolioScope {
  readonly kind: 'portfolio';
  readonly sub: string;
  readonly accessBlock?: AccessBlock | undefined;
  readonly operatorIds: ReadonlySet<string>;
  readonly roles: readonly CarrierRole[];
}

/** A support engineer: sees tickets of all operators and the services they concern. */
interface SupportScope {
  readonly kind: 'support';
  readonly sub: string;
  readonly accessBlock?: AccessBlock | undefined;
  readonly roles: readonly CarrierRole[];
}

/** The carrier's administrator: the catalogue, reference data, portfolios; no operator's orders. */
export interface CarrierScope {
  readonly kind: 'carrier';
  readonly sub: string;
  readonly accessBlock?: AccessBlock | undefined;
  readonly roles: readonly CarrierRole[];
}

/** Somebody who holds the secret of an access application: sees that application and nothing else. */
export interface ApplicantScope {
  readonly kind: 'applicant';
  /** Id of the application that the secret opens; see `applicant.ts`. */
  readonly applicationId: string;
  /** What is kept of the secret. */
  readonly secretHash: string;
}

/** Somebody who did not sign in. */
export interface PublicScope {
  readonly kind: 'public';
}

/** Nobody: a function that an event or a clock sets in motion, for whatever the event is about. */
export interface SystemScope {
  readonly kind: 'system';
}

export type SignedInScope = OperatorScope | PortfolioScope | SupportScope | CarrierScope;

/** Who asks, and therefore what can be seen: every store is built with one of these and with nothing else. */
export type Scope = SignedInScope | ApplicantScope | PublicScope | SystemScope;

/** Scope that a role works in. */
export type ScopeOfRole<R extends Role> = R extends OperatorRole
  ? OperatorScope
  : R extends 'manager'
    ? PortfolioScope
    : R extends 'support'
      ? SupportScope
      : R extends Extract<CarrierRole, 'carrier-administrator'>
        ? CarrierScope
        : never;

/** Which side of the desk somebody sits on; what the other side reads of an author. */
export type Side = 'operator' | 'carrier';

/** Side of a signed-in scope. */
export function sideOf(scope: SignedInScope): Side {
  return scope.kind === 'operator' ? 'operator' : 'carrier';
}
