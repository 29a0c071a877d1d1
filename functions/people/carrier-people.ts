import * as z from 'zod';
import { type CarrierRole, carrierRoles, carrierRoleSchema } from '../../shared/auth/roles.ts';
import { wrongCursor } from '../../shared/table/cursor.ts';
import type { Accounts } from './accounts.ts';

/** Somebody of the carrier, as colleagues see them. */
export const carrierPerson = z.strictObject({
  '@type': z.literal('CabinetCarrierPerson'),
  /** Subject, by which other resources name their people. */
  id: z.string(),
  /** The e-mail where the account has no name. */
  name: z.string(),
  email: z.string(),
  /** Whoever has several roles is listed with each of them. */
  role: carrierRoleSchema,
  /** Whether they can sign in. */
  enabled: z.boolean(),
});

interface Page {
  readonly people: z.infer<typeof carrierPerson>[];
  readonly next: string | undefined;
}

/**
 * A page of the carrier's people, role by role: one call to the directory, which knows the members of one group at a
 * time. A page may therefore be empty and still have a next one.
 *
 * @param roles those to list
 * @throws CabinetError `invalidRequest` where the cursor is of another list, or of none
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
    people: page.accounts.map(({ sub, name: called, email, enabled }) => ({
      '@type': 'CabinetCarrierPerson',
      id: sub,
      name: called ?? email,
      email,
      role,
      enabled,
    })),
    next: page.next === undefined ? wanted[wanted.indexOf(role) + 1] : `${role}.${page.next}`,
  };
}
