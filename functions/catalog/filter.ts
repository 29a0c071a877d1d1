import type * as z from 'zod';
import type { entityQuery } from './contract/entity.ts';
import type { EntityRecord } from './records.ts';

export type Condition<R> = (record: R) => boolean;

/** Parameters that every list takes. */
export type EntityQuery = z.output<z.ZodObject<typeof entityQuery>>;

/** Conditions that every list can have beside those that an index serves. */
export function entityConditions(query: EntityQuery): Condition<EntityRecord>[] {
  return [
    ...isAmong(query.name, ({ name }: EntityRecord) => Object.values(name)),
    // Who says nothing of an end sells without one, and likewise of a beginning.
    ...isWithin(
      {
        gt: query['validFor.startDateTime.gt'],
        gte: query['validFor.startDateTime.gte'],
        lt: query['validFor.startDateTime.lt'],
        lte: query['validFor.startDateTime.lte'],
      },
      ({ validFor }: EntityRecord) => momentOf(validFor?.startDateTime, -Infinity),
    ),
    ...isWithin(
      {
        gt: query['validFor.endDateTime.gt'],
        gte: query['validFor.endDateTime.gte'],
        lt: query['validFor.endDateTime.lt'],
        lte: query['validFor.endDateTime.lte'],
      },
      ({ validFor }: EntityRecord) => momentOf(validFor?.endDateTime, Infinity),
    ),
  ];
}

/** The condition that one of a record's values is among the wanted; none where nothing is wanted. */
export function isAmong<R>(
  wanted: readonly string[] | undefined,
  valuesOf: (record: R) => readonly string[],
): Condition<R>[] {
  return wanted === undefined ? [] : [(record) => valuesOf(record).some((value) => wanted.includes(value))];
}

/** The condition that a record is so, or is not; none where the parameter is absent. */
export function isSo<R>(wanted: 'true' | 'false' | undefined, holds: Condition<R>): Condition<R>[] {
  return wanted === undefined ? [] : [(record) => holds(record) === (wanted === 'true')];
}

type Bounds = Readonly<Record<keyof typeof comparisons, string | undefined>>;

function isWithin<R>(bounds: Bounds, momentOf: (record: R) => number): Condition<R>[] {
  return (['gt', 'gte', 'lt', 'lte'] as const).flatMap((comparison) => {
    const bound = bounds[comparison];
    if (bound === undefined) return [];
    return [(record: R) => comparisons[comparison](momentOf(record), Date.parse(bound))];
  });
}

function momentOf(date: string | undefined, otherwise: number): number {
  return date === undefined ? otherwise : Date.parse(date);
}

const comparisons = {
  gt: (moment: number, bound: number) => moment > bound,
  gte: (moment: number, bound: number) => moment >= bound,
  lt: (moment: number, bound: number) => moment < bound,
  lte: (moment: number, bound: number) => moment <= bound,
};
