import type * as z from 'zod';
import { type Condition, isAmong, isWithin } from '../../shared/http/list-condition.ts';
import type { entityQuery } from './contract/entity.ts';
import type { EntityRecord } from './records.ts';

/** Parameters that every list takes. */
export type EntityQuery = z.output<z.ZodObject<typeof entityQuery>>;

/** Conditions that every list can have beside those that an index serves. */
export function entityConditions(query: EntityQuery): Condition<EntityRecord>[] {
  return [
    ...isAmong(query.name, ({ name }: EntityRecord) => Object.values(name)),
    // Who says nothing of an end sells without one, and likewise of a beginning.
    ...isWithin(
      'validFor.startDateTime',
      query,
      ({ validFor }: EntityRecord) => validFor?.startDateTime,
      -Infinity,
    ),
    ...isWithin(
      'validFor.endDateTime',
      query,
      ({ validFor }: EntityRecord) => validFor?.endDateTime,
      Infinity,
    ),
  ];
}

/** The condition that a record is so, or is not; none where the parameter is absent. */
export function isSo<R>(wanted: 'true' | 'false' | undefined, holds: Condition<R>): Condition<R>[] {
  return wanted === undefined ? [] : [(record) => holds(record) === (wanted === 'true')];
}
