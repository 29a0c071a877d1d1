import type { PortfolioScope } from '../../shared/auth/scope.ts';
import { type CarrierActor, carrierActor } from '../../shared/history/actor.ts';
import type { Cause } from '../../shared/history/history-item.ts';
import type { StepContext } from './step.ts';

/** A manager's request. */
export interface ManagerRequest {
  readonly scope: PortfolioScope;
  readonly requestId: string;
}

/** Context of the step that a request takes now, and the cause of its event. */
export function contextOf(
  { scope, requestId }: ManagerRequest,
  now: Date,
): { readonly context: StepContext; readonly cause: Cause<CarrierActor> } {
  const by = carrierActor(scope, 'manager');
  return { context: { by: scope.sub, now }, cause: { by, at: now.toISOString(), requestId } };
}
