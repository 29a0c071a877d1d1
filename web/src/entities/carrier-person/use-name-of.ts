import { useQuery } from '@tanstack/react-query';
import { type CarrierPerson, carrierPeopleQuery } from './carrier-people-query.ts';

/**
 * Says how a colleague of the carrier's is called, by the subject; undefined for whoever is gone, and for everybody
 * while the directory is not there: pages are not to wait for names.
 */
export function useNameOf(): (sub: string) => string | undefined {
  const { data } = useQuery({ ...carrierPeopleQuery, select: namesOf });
  return (sub) => data?.get(sub);
}

function namesOf(people: readonly CarrierPerson[]): ReadonlyMap<string, string> {
  return new Map(people.map(({ id, name }) => [id, name]));
}
