import { describe, expect, it } from 'vitest';
import { addClaims } from '../../../../functions/tokens/add-claims.ts';

const eventOf = (groups: string[], userAttributes: Readonly<Record<string, string>> = {}) => ({
  version: '2',
  triggerSource: 'TokenGeneration_Authentication',
  userPoolId: 'pool',
  userName: 'anna',
  request: { userAttributes, groupConfiguration: { groupsToOverride: groups } },
  response: { claimsAndScopeOverrideDetails: null },
});
const claimOf = ({ response }: Record<string, unknown>) =>
  (
    response as {
      claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: object } };
    }
  ).claimsAndScopeOverrideDetails.accessTokenGeneration.claimsToAddOrOverride;
const never = () => Promise.reject(new Error('unexpected look-up'));

describe('a token', () => {
  it.each([true, false])(
    'of a carrier’s user has a claim whether they have a second factor: %s',
    async (has) => {
      const token = await addClaims(eventOf(['manager']), ({ userPoolId, userName }) => {
        expect([userPoolId, userName]).toEqual(['pool', 'anna']);
        return Promise.resolve(has);
      });
      expect(claimOf(token)).toEqual({ cabinet_mfa: String(has) });
      expect(token).toMatchObject({ version: '2', triggerSource: 'TokenGeneration_Authentication' });
    },
  );

  it('of an operator’s user is issued without a look-up', async () => {
    const token = await addClaims(eventOf(['operator-north', 'technical']), never);
    expect(claimOf(token)).toEqual({ cabinet_mfa: 'false' });
  });

  it('has the user’s name, if there is one', async () => {
    const token = await addClaims(eventOf(['operator-north'], { name: 'Анна Северная' }), never);
    expect(claimOf(token)).toEqual({ cabinet_mfa: 'false', name: 'Анна Северная' });
  });

  it('is not issued while the look-up fails', async () => {
    await expect(addClaims(eventOf(['support']), never)).rejects.toThrow('unexpected look-up');
  });
});
