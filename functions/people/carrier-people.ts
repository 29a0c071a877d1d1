import * as z from 'zod';
import { type CarrierRole, carrierRoles, carrierRoleSchema } from '../../shared/auth/roles.ts';
import { wrongCursor } from '../../shared/table/cursor.ts';
import type { Accounts } from './accounts.ts';

/** A carrier's user, as colleagues see them. */
export const carrierPerson = z.strictObject({
  '@type': z.literal('CabinetCarrierPerson'),
  /** Subject, which other resources refer to. */
  id: z.string(),
  /** The e-mail if the account has no name. */
  name: z.string(),
  email: z.string(),
  /** A person with several roles is listed once per role. */
  role: carrierRoleSchema,
  /** Whether they can sign in. */
  enabled: z.boolean(),
});

interface Page {
  readonly people: z.infer<typeof carrierPerson>[];
  readonly next: string | undefined;
}

/**
 * A page of the carrier's people, role by role, with one call to the user pool, which lists the members of one group at
 * a time. So a page may be empty and still have a next one.
 *
 * @param roles roles to list
 * @throws CabinetError `invalidRequest` for a cursor that is invalid or belongs to another list
 */
export async function listCarrierPeople(
  accounts: Pick<Accounts, 'listMembers'>,
  roles: readonly CarrierRole[],
  cursor: string | undefined,
): Promise<Page> {
  const wanted = carrierRoles.filter((role) => roles.includes(role));
  const [name = wanted[0], ...token] = cursor?.split('.') ?? [];
  const role = wanted.find((candidate) => candidate === name);
  if (role === undefined) throw wrongCursor();
  const page = await accounts.listMembers(role, token.length === 0 ? undefined : token.join('.'));
  return {
    people: page.accounts.map(({ sub, name: accountName, email, enabled }) => ({
      '@type': 'CabinetCarrierPerson',
      id: sub,
      name: accountName ?? email,
      email,
      role,
      enabled,
    })),
    next: page.next === undefined ? wanted[wanted.indexOf(role) + 1] : `${role}.${page.next}`,
  };
}
