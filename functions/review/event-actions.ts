import type { ApplicationHappening } from '../../shared/application/application-event.ts';
import { appendApplicationEvent } from '../../shared/application/application-history.ts';
import { applicationKey, type ApplicationRecord } from '../../shared/application/application-record.ts';
import { writeApplication } from '../../shared/application/write-application.ts';
import type { CarrierActor } from '../../shared/history/actor.ts';
import { type Cause, withNextEvent } from '../../shared/history/history-item.ts';
import type { Partition } from '../../shared/table/partition.ts';
import type { WriteAction } from '../../shared/table/table.ts';
import type { Step } from './step.ts';

/**
 * The writes of a step: the application and its event.
 *
 * @param before as it was read; undefined for a new application
 */
export function stepActions(
  partition: Partition,
  before: ApplicationRecord | undefined,
  { after, event }: Step,
  cause: Cause<CarrierActor>,
): readonly WriteAction[] {
  return [
    ...writeApplication(partition, before, after),
    appendApplicationEvent(partition, after, cause, event),
  ];
}

/**
 * The writes of an event that is no change of the application, so that the version stays which managers have read. They
 * expect its state and its history to be as they were read.
 */
export function eventActions(
  partition: Partition,
  application: ApplicationRecord,
  event: ApplicationHappening,
  cause: Cause<CarrierActor>,
): readonly WriteAction[] {
  const { state, historySequence } = application;
  const counted = withNextEvent(application);
  return [
    {
      update: applicationKey(partition),
      set: { historySequence: counted.historySequence },
      unset: [],
      keepsVersion: true,
      expect: { attributes: { state, historySequence } },
    },
    appendApplicationEvent(partition, counted, cause, event),
  ];
}
