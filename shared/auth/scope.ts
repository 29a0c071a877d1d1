import type { CarrierRole, OperatorRole, Role } from './roles.ts';

/**
 * Why a signed-in user's access is blocked: the operator is closed, the current rules are not accepted, or a member of the
 * carrier's staff has no second factor. Also the error code of refused requests.
 */
export type AccessBlock = 'operatorClosed' | 'rulesNotAccepted' | 'mfaRequired';

/** A user who is signed in. */
interface SignedInUser {
  readonly sub: string;
  /** As in the access token; see `TokenOwner`. */
  readonly name?: string | undefined;
  readonly accessBlock?: AccessBlock | undefined;
}

/** A user of an operator: sees that operator and nothing else. */
export interface OperatorScope extends SignedInUser {
  readonly kind: 'operator';
  readonly operatorId: string;
  readonly operatorName: string;
  /** Subject of the account manager, whose queue gets the operator's requests; undefined if none is assigned. */
  readonly managerSub: string | undefined;
  /** Read-only access. */
  readonly suspended: boolean;
  readonly roles: readonly OperatorRole[];
}

/** An account manager: sees the operators of their portfolio. */
export interface PortfolioScope extends SignedInUser {
  readonly kind: 'portfolio';
  readonly operatorIds: ReadonlySet<string>;
  readonly roles: readonly CarrierRole[];
}

/** A support engineer: sees tickets of all operators and the services they concern. */
interface SupportScope extends SignedInUser {
  readonly kind: 'support';
  readonly roles: readonly CarrierRole[];
}

/** The carrier's administrator: the catalogue, reference data, portfolios; no operator's orders. */
export interface CarrierScope extends SignedInUser {
  readonly kind: 'carrier';
  readonly roles: readonly CarrierRole[];
}

/** The holder of an access application's secret: sees that application and nothing else. */
export interface ApplicantScope {
  readonly kind: 'applicant';
  /** Id of the application that the secret opens; see `applicant.ts`. */
  readonly applicationId: string;
  /** Hash of the secret. */
  readonly secretHash: string;
}

/** A caller who is not signed in. */
export interface PublicScope {
  readonly kind: 'public';
}

/** A function that is triggered by an event or a schedule, with access to everything. */
export interface SystemScope {
  readonly kind: 'system';
}

export type SignedInScope = OperatorScope | PortfolioScope | SupportScope | CarrierScope;

/** The caller, and therefore what is visible: every store takes one of these. */
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

/** Side of a user, as shown to the other side. */
export type Side = 'operator' | 'carrier';

/** Side of a signed-in scope. */
export function sideOf(scope: SignedInScope): Side {
  return scope.kind === 'operator' ? 'operator' : 'carrier';
}
