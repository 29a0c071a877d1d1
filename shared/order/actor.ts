import type { OperatorScope, PortfolioScope } from '../auth/scope.ts';
import { carrierActor, operatorActor, type SignedInActor } from '../history/actor.ts';

/** Scopes that work with orders: an operator's users and its account manager. */
export type OrderScope = OperatorScope | PortfolioScope;

/** Operator roles that can place orders. A user with both acts as the first. */
export const orderingRoles = ['administrator', 'technical'] as const;

/** Roles that work with orders: of their own operator, or as the manager of an operator. */
export const orderRoles = [...orderingRoles, 'manager'] as const;

/** The caller as the actor of an event. */
export function actorOf(scope: OrderScope): SignedInActor {
  if (scope.kind === 'portfolio') return carrierActor(scope, 'manager');
  const role = orderingRoles.find((candidate) => scope.roles.includes(candidate));
  if (role === undefined) throw new Error('The route does not allow this role');
  return operatorActor(scope, role);
}
