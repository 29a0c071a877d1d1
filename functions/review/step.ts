import type { ApplicationEvent } from '../../shared/application/application-event.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { applicationTransitions, type ApplicationState } from '../../shared/application/application-state.ts';
import { CabinetError } from '../../shared/errors.ts';

/** Who takes a step, and when. */
export interface StepContext {
  /** Subject of the manager. */
  readonly by: string;
  readonly now: Date;
}

/** Result of a step: the changed application and its history event. */
export interface Step {
  readonly after: ApplicationRecord;
  readonly event: ApplicationEvent;
}

/** A manager as the actor of an event. */
export function managerOf(sub: string): ApplicationEvent['by'] {
  return { side: 'carrier', role: 'manager', sub };
}

type Change = Partial<ApplicationRecord>;

/** A step that leaves the application in its state. */
export function stepWithin(
  before: ApplicationRecord,
  change: Change,
  { by, now }: StepContext,
  kind: 'taken' | 'changed',
): Step {
  return {
    after: { ...before, ...change, version: before.version + 1, updatedAt: now.toISOString() },
    event: { schemaVersion: 1, at: now.toISOString(), by: managerOf(by), kind },
  };
}

/**
 * A step into another state.
 *
 * @throws CabinetError `transitionForbidden`
 */
export function stepTo(
  before: ApplicationRecord,
  state: ApplicationState,
  change: Change,
  { by, now }: StepContext,
  reason?: string,
): Step {
  requireTransition(before, state);
  const at = now.toISOString();
  return {
    after: { ...before, ...change, state, version: before.version + 1, updatedAt: at },
    event: {
      schemaVersion: 1,
      at,
      by: managerOf(by),
      kind: 'state',
      from: before.state,
      to: state,
      ...(reason === undefined ? {} : { reason }),
    },
  };
}

/** @throws CabinetError `transitionForbidden` */
export function requireTransition({ state }: ApplicationRecord, to: ApplicationState): void {
  const allowed = applicationTransitions[state];
  if (!allowed.includes(to)) throw new CabinetError('transitionForbidden', { allowed });
}
