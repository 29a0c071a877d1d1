import { nameClaim, secondFactorClaim } from '../../shared/auth/membership.ts';
import { carrierRoleSchema } from '../../shared/auth/roles.ts';
import { type TokenEvent, tokenEventSchema } from './token-event.ts';

/** Whether an account has a second factor enabled. */
export type HasSecondFactor = (account: Pick<TokenEvent, 'userPoolId' | 'userName'>) => Promise<boolean>;

/**
 * Adds claims to the access token: the user's name, and whether the user has a second factor. Only the carrier's users
 * are looked up, since only they need one; the operators' sign-in does not depend on another call.
 *
 * @throws the error of the look-up: no token is better than a claim that may be wrong
 */
export async function addClaims(event: unknown, hasSecondFactor: HasSecondFactor): Promise<TokenEvent> {
  const token = tokenEventSchema.parse(event);
  const { name } = token.request.userAttributes;
  const groups = token.request.groupConfiguration.groupsToOverride ?? [];
  const isCarrierUser = groups.some((group) => carrierRoleSchema.safeParse(group).success);
  const secondFactor = isCarrierUser && (await hasSecondFactor(token));
  return {
    ...token,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: {
          claimsToAddOrOverride: {
            [secondFactorClaim]: String(secondFactor),
            ...(name === undefined ? {} : { [nameClaim]: name }),
          },
        },
      },
    },
  };
}
