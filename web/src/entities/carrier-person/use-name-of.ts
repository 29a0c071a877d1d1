import { useQuery } from '@tanstack/react-query';
import { type CarrierPerson, carrierPeopleQuery } from './carrier-people-query.ts';

/**
 * The name of a person of the carrier, by the subject; undefined for people who have left, and for all while the
 * directory is loading: pages do not wait for names.
 */
export function useNameOf(): (sub: string) => string | undefined {
  const { data } = useQuery({ ...carrierPeopleQuery, select: namesOf });
  return (sub) => data?.get(sub);
}

function namesOf(people: readonly CarrierPerson[]): ReadonlyMap<string, string> {
  return new Map(people.map(({ id, name }) => [id, name]));
}
