import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Ok } from '../../api/contract.ts';
import { unwrap, versionOf } from '../../api/problem.ts';
import type { paths } from '../../api/schema.d.ts';

export const organizationsPath = '/tmf-api/party/v4/organization';
const organizationPath = `${organizationsPath}/{id}`;
export const partyRolesPath = '/tmf-api/partyRoleManagement/v4/partyRole';
const partyRolePath = `${partyRolesPath}/{id}`;

export type Organization = Ok<typeof organizationPath>;
export type Contact = Organization['contactMedium'][number];
export type PartyRole = Ok<typeof partyRolePath>;

type PatchOf<P extends keyof paths> = paths[P] extends {
  patch: { requestBody: { content: { 'application/merge-patch+json': infer Patch } } };
}
  ? Patch
  : never;
type OrganizationPatch = PatchOf<typeof organizationPath>;
type PartyRolePatch = PatchOf<typeof partyRolePath>;

/** An operator's name, requisites and contacts, with their version. */
export function organizationQuery(id: string) {
  return queryOptions({
    queryKey: ['operator', id, 'organization'],
    queryFn: async () => {
      const result = await api.GET(organizationPath, { params: { path: { id } } });
      return { organization: unwrap(result), version: versionOf(result.response) };
    },
    staleTime: 0,
  });
}

/** An operator as a customer, with its version; without a role if it is not one. */
export function partyRoleQuery(id: string) {
  return queryOptions({
    queryKey: ['operator', id, 'partyRole'],
    queryFn: async () => {
      const result = await api.GET(partyRolePath, { params: { path: { id } } });
      if (result.response.status === 404) return { role: undefined, version: undefined };
      return { role: unwrap(result), version: versionOf(result.response) };
    },
    staleTime: 0,
  });
}

/** @throws ApiError */
export async function changeOrganization(id: string, version: string | undefined, body: OrganizationPatch) {
  return unwrap(await api.PATCH(organizationPath, { params: seen(id, version), body }));
}

/** @throws ApiError */
export async function changePartyRole(id: string, version: string | undefined, body: PartyRolePatch) {
  return unwrap(await api.PATCH(partyRolePath, { params: seen(id, version), body }));
}

/** Refreshes every query about an operator: the organization and the role share one version. */
export function useRefresh(id: string) {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: ['operator', id] }),
      queryClient.invalidateQueries({ queryKey: ['portfolio'] }),
    ]);
  };
}

function seen(id: string, version: string | undefined) {
  return { path: { id }, header: version === undefined ? {} : { 'If-Match': version } };
}
