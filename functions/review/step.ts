import { applicationChanges } from '../../shared/application/application-changes.ts';
import type { ApplicationHappening } from '../../shared/application/application-event.ts';
import type { ApplicationRecord } from '../../shared/application/application-record.ts';
import { applicationTransitions, type ApplicationState } from '../../shared/application/application-state.ts';
import { CabinetError } from '../../shared/errors.ts';
import { withNextEvent } from '../../shared/history/history-item.ts';

/** Who takes a step, and when. */
export interface StepContext {
  /** Subject of the manager. */
  readonly by: string;
  readonly now: Date;
}

/** Result of a step: the changed application and its history event. */
export interface Step {
  readonly after: ApplicationRecord;
  readonly event: ApplicationHappening;
}

type Change = Partial<ApplicationRecord>;

/** A step that leaves the application in its state. */
export function stepWithin(
  before: ApplicationRecord,
  change: Change,
  { now }: StepContext,
  kind: 'taken' | 'changed',
): Step {
  const after = next(before, change, now);
  return { after, event: { kind, change: applicationChanges(before, after) } };
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
  { now }: StepContext,
  reason?: string,
): Step {
  requireTransition(before, state);
  const after = next(before, { ...change, state }, now);
  return { after, event: { kind: 'state', change: applicationChanges(before, after), reason } };
}

/** The application after a step, which is an event of its history. */
function next(before: ApplicationRecord, change: Change, now: Date): ApplicationRecord {
  const version = before.version + 1;
  return withNextEvent({ ...before, ...change, version, updatedAt: now.toISOString() });
}

/** @throws CabinetError `transitionForbidden` */
export function requireTransition({ state }: ApplicationRecord, to: ApplicationState): void {
  const allowed = applicationTransitions[state];
  if (!allowed.includes(to)) throw new CabinetError('transitionForbidden', { allowed });
}
