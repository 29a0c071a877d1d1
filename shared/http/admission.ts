import type { AccessDirectory, Caller } from '../access/access-directory.ts';
import type { AccessBlock, SignedInScope } from '../auth/scope.ts';
import { parseClaims } from '../auth/membership.ts';
import { CabinetError, type ErrorCode } from '../errors.ts';
import type { HttpEvent } from './event.ts';
import { isWrite, rolesOf, type Route } from './route.ts';

/** A caller of a route, with the scope that it is called in. */
export interface Admission {
  readonly caller: Caller;
  readonly scope: SignedInScope;
}

/**
 * Admits the caller to a route, in the scope of the first of the route's roles that the caller has. Before a caller is
 * refused or blocked because of cached data, the data is read again.
 *
 * @param fresh read again whatever is cached
 * @throws CabinetError `roleNotAllowed`, `operatorClosed`, `mfaRequired`, `rulesNotAccepted`, `operatorSuspended`, and
 *   what {@link AccessDirectory.callerOf} refuses with
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
  const refusal = refusalOf(caller, route);
  if (caller.cached && (refusal !== undefined || caller.accessBlock !== undefined))
    return admit(directory, route, event, true);
  if (refusal !== undefined) throw new CabinetError(refusal);
  return { caller, scope };
}

/** The error for a caller who has the role, but is blocked for another reason. */
function refusalOf({ suspended, accessBlock }: Caller, route: Route): ErrorCode | undefined {
  if (accessBlock !== undefined && !isAllowedWhile(accessBlock, route)) return accessBlock;
  return suspended && isWrite(route) && route.allowedWhileSuspended !== true
    ? 'operatorSuspended'
    : undefined;
}

function isAllowedWhile(accessBlock: AccessBlock, route: Route): boolean {
  return route.allowedWhileBlocked === true && (accessBlock !== 'operatorClosed' || !isWrite(route));
}
