import * as z from 'zod';
import { operatorRoles, operatorRoleSchema, type OperatorRole } from '../../shared/auth/roles.ts';
import type { Account } from '../../shared/identity/user-pool.ts';

/** Path of the collection of an operator's people. */
export const personPath = '/cabinet/v1/person';

/** An operator's user, as its administrator sees them. */
export const person = z
  .strictObject({
    '@type': z.literal('CabinetPerson'),
    id: z.string(),
    href: z.string(),
    email: z.string(),
    name: z.string().optional(),
    /** Absent in a list if unknown: the user was added in the Cognito console and has never signed in. */
    roles: z.array(operatorRoleSchema).optional(),
    status: z.enum(['invited', 'active', 'disabled']),
    /** A change was interrupted: repeat it. */
    unfinished: z.literal(true).optional(),
  })
  .meta({ id: 'Person' });

interface KnownPerson {
  readonly account: Account;
  readonly roles: readonly OperatorRole[] | undefined;
  readonly unfinished: boolean;
}

/** The resource of a person. */
export function presentPerson({ account, roles, unfinished }: KnownPerson): z.infer<typeof person> {
  const { sub, email, name, enabled, confirmed } = account;
  return {
    '@type': 'CabinetPerson',
    id: sub,
    href: `${personPath}/${sub}`,
    email,
    ...(name === undefined ? {} : { name }),
    ...(roles === undefined ? {} : { roles: operatorRoles.filter((role) => roles.includes(role)) }),
    status: !enabled ? 'disabled' : confirmed ? 'active' : 'invited',
    ...(unfinished ? { unfinished: true as const } : {}),
  };
}
