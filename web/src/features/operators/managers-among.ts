import type { CarrierPerson } from '../../entities/carrier-person/carrier-people-query.ts';

/** Who of the carrier's people an operator can be given to: each manager who can sign in once, by name. */
export function managersAmong(people: readonly CarrierPerson[]): readonly CarrierPerson[] {
  const managers = people.filter(({ role, enabled }) => role === 'manager' && enabled);
  // A list that changes while it is read page by page may contain a person twice.
  return [...new Map(managers.map((manager) => [manager.id, manager])).values()].toSorted((left, right) =>
    left.name.localeCompare(right.name, 'ru'),
  );
}
