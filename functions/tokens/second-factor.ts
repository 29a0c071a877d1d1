import { secondFactorClaim } from '../../shared/auth/membership.ts';
import { carrierRoleSchema } from '../../shared/auth/roles.ts';
import { type TokenEvent, tokenEventSchema } from './token-event.ts';

/** Whether an account has a second factor that is switched on. */
export type HasSecondFactor = (account: Pick<TokenEvent, 'userPoolId' | 'userName'>) => Promise<boolean>;

/**
 * Adds to the access token whether its owner has a second factor. Only the carrier's people are looked up: nobody else
 * is asked for it, so nobody else's sign-in hangs on one more call.
 *
 * @throws whatever the look-up fails with: no token is better than one that says what nobody knows
 */
export async function addSecondFactor(event: unknown, hasSecondFactor: HasSecondFactor): Promise<TokenEvent> {
  const token = tokenEventSchema.parse(event);
  const groups = token.request.groupConfiguration.groupsToOverride ?? [];
  const isCarriers = groups.some((group) => carrierRoleSchema.safeParse(group).success);
  const claim = isCarriers && (await hasSecondFactor(token));
  return {
    ...token,
    response: {
      claimsAndScopeOverrideDetails: {
        accessTokenGeneration: { claimsToAddOrOverride: { [secondFactorClaim]: String(claim) } },
      },
    },
  };
}
