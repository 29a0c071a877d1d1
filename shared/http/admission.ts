import type { AccessDirectory, Caller } from '../auth/access.ts';
import type { SignedInScope } from '../auth/scope.ts';
import { parseClaims } from '../auth/membership.ts';
import { CabinetError } from '../errors.ts';
import type { HttpEvent } from './event.ts';
import { isWrite, rolesOf, type Route } from './route.ts';

/** A caller of a route, with the scope that it is called in. */
export interface Admission {
  readonly caller: Caller;
  readonly scope: SignedInScope;
}

/**
 * Admits the caller to a route, in the scope of the first of the route's roles that the caller has. A refusal that
 * rests on cached knowledge is read again first.
 *
 * @param fresh read again whatever is cached
 * @throws CabinetError `roleNotAllowed`, `operatorSuspended`, and what {@link AccessDirectory.callerOf} refuses with
 */
export async function admit(
  directory: AccessDirectory,
  route: Route,
  event: HttpEvent,
  fresh = false,
): Promise<Admission> {
  const caller = await directory.callerOf(parseClaims(event.requestContext.authorizer?.jwt?.claims), fresh);
  const [scope] = rolesOf(route).flatMap((role) => caller.scopes.get(role) ?? []);
  if (scope === undefined) throw new CabinetError('roleNotAllowed');
  if (!caller.suspended || !isWrite(route)) return { caller, scope };
  if (caller.cached) return admit(directory, route, event, true);
  throw new CabinetError('operatorSuspended');
}
