import type { CarrierPerson } from '../../entities/carrier-person/carrier-people-query.ts';

/** The carrier's people that an operator can be assigned to: each enabled manager once, by name. */
export function managersAmong(people: readonly CarrierPerson[]): readonly CarrierPerson[] {
  const managers = people.filter(({ role, enabled }) => role === 'manager' && enabled);
  // A list that changes while it is read page by page may contain a person twice.
  return [...new Map(managers.map((manager) => [manager.id, manager])).values()].toSorted((left, right) =>
    left.name.localeCompare(right.name, 'ru'),
  );
}
