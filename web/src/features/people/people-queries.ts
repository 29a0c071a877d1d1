import { queryOptions } from '@tanstack/react-query';
import { fetchAuthSession } from '@aws-amplify/auth';
import { api } from '../../api/client.ts';
import type { Row } from '../../api/contract.ts';
import { omitUndefined } from '../../api/omit-undefined.ts';
import { unwrap } from '../../api/problem.ts';
import { pagedQuery } from '../../api/paged-query.ts';

export const peoplePath = '/cabinet/v1/person';
export const machinesPath = '/cabinet/v1/machineAccount';

export type Person = Row<typeof peoplePath>;
export type Machine = Row<typeof machinesPath>;
export type Role = NonNullable<Person['roles']>[number];

/** Users of the user's own operator, from the user pool. */
export const peopleQuery = {
  ...pagedQuery<Person>(['people'], (cursor) =>
    api.GET(peoplePath, { params: { query: omitUndefined({ cursor }) } }),
  ),
  staleTime: 0,
};

/** A person with the roles from the user pool: lists lack the roles of people created in the Cognito console. */
export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['people', id],
    queryFn: async () => unwrap(await api.GET(`${peoplePath}/{id}`, { params: { path: { id } } })),
    staleTime: 0,
  });
}

/** Accounts of the operator's own systems, newest first. */
export const machinesQuery = {
  ...pagedQuery<Machine>(['machines'], (cursor) =>
    api.GET(machinesPath, { params: { query: omitUndefined({ limit: 50, cursor }) } }),
  ),
  staleTime: 0,
};

/** Subject of the signed-in user. */
export const ownIdQuery = queryOptions({
  queryKey: ['own-id'],
  queryFn: async () => (await fetchAuthSession()).tokens?.accessToken.payload.sub ?? null,
  staleTime: Infinity,
});
