/** What a list's query asks for and no key serves. */
export type Condition<Entity> = (entity: Entity) => boolean;

/** All of the conditions together; undefined if there is none. */
export function allOf<Entity>(conditions: readonly Condition<Entity>[]): Condition<Entity> | undefined {
  return conditions.length === 0 ? undefined : (entity) => conditions.every((holds) => holds(entity));
}

/** The condition that one of an entity's values is among the wanted; none if nothing is wanted. */
export function isAmong<Entity>(
  wanted: readonly string[] | undefined,
  valuesOf: (entity: Entity) => readonly (string | undefined)[],
): Condition<Entity>[] {
  if (wanted === undefined) return [];
  return [(entity) => valuesOf(entity).some((value) => value !== undefined && wanted.includes(value))];
}

type Bounds<Name extends string> = Readonly<
  Partial<Record<`${Name}.${keyof typeof comparisons}`, string | undefined>>
>;

/**
 * The conditions that a query puts on a date, as `dateRange` names them.
 *
 * @param missing moment used for a missing date; without it, a missing date is in no range
 */
export function isWithin<Name extends string, Entity>(
  name: Name,
  query: Bounds<Name>,
  dateOf: (entity: Entity) => string | undefined,
  missing = NaN,
): Condition<Entity>[] {
  return (['gt', 'gte', 'lt', 'lte'] as const).flatMap((comparison) => {
    const bound = query[`${name}.${comparison}`];
    if (bound === undefined) return [];
    return [
      (entity: Entity) => {
        const date = dateOf(entity);
        return comparisons[comparison](date === undefined ? missing : Date.parse(date), Date.parse(bound));
      },
    ];
  });
}

const comparisons = {
  gt: (moment: number, bound: number) => moment > bound,
  gte: (moment: number, bound: number) => moment >= bound,
  lt: (moment: number, bound: number) => moment < bound,
  lte: (moment: number, bound: number) => moment <= bound,
};
