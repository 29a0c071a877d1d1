import * as z from 'zod';
import { operatorRoles, operatorRoleSchema, type OperatorRole } from '../../shared/auth/roles.ts';
import type { Account } from '../../shared/identity/user-pool.ts';

/** Path under which an operator's people are found. */
export const personPath = '/cabinet/v1/person';

/** Somebody of an operator, as its administrator reads it. */
export const person = z.strictObject({
  '@type': z.literal('CabinetPerson'),
  id: z.string(),
  href: z.string(),
  email: z.string(),
  name: z.string().optional(),
  /** Absent in a list while the cabinet does not know them: somebody who was created in the Cognito console and never signed in. */
  roles: z.array(operatorRoleSchema).optional(),
  status: z.enum(['invited', 'active', 'disabled']),
  /** A change that was begun and not ended: repeat it. */
  unfinished: z.literal(true).optional(),
});

interface KnownPerson {
  readonly account: Account;
  readonly roles: readonly OperatorRole[] | undefined;
  readonly unfinished: boolean;
}

/** The resource of somebody. */
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
