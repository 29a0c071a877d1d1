import { api } from '../../api/client.ts';
import { failureOf, unwrap } from '../../api/problem.ts';
import { peoplePath, type Role } from './people-queries.ts';

const path = `${peoplePath}/{id}` as const;

/** Changes a colleague's roles, or disables or enables the account. @throws ApiError */
export async function change(id: string, body: { readonly roles?: Role[]; readonly enabled?: boolean }) {
  return unwrap(await api.PATCH(path, { params: { path: { id } }, body }));
}

/** Deletes a colleague's account. @throws ApiError */
export async function remove(id: string): Promise<undefined> {
  const result = await api.DELETE(path, { params: { path: { id } } });
  if (!result.response.ok) throw failureOf(result);
}
