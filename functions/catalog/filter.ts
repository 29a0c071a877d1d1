import type * as z from 'zod';
import { type Condition, isAmong, isWithin } from '../../shared/http/list-condition.ts';
import type { entityQuery } from './contract/entity.ts';
import type { EntityRecord } from './records.ts';

/** Parameters common to all lists. */
export type EntityQuery = z.output<z.ZodObject<typeof entityQuery>>;

/** Filters common to all lists, apart from those that an index serves. */
export function entityConditions(query: EntityQuery): Condition<EntityRecord>[] {
  return [
    ...isAmong(query.name, ({ name }: EntityRecord) => Object.values(name)),
    // Without an end it is on sale indefinitely, and likewise without a start.
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

/** The filter on a boolean attribute; none if the parameter is absent. */
export function isSo<R>(wanted: 'true' | 'false' | undefined, holds: Condition<R>): Condition<R>[] {
  return wanted === undefined ? [] : [(record) => holds(record) === (wanted === 'true')];
}
