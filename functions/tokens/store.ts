import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { HasSecondFactor } from './second-factor.ts';

/**
 * Asks the user pool. Cognito waits five seconds for a trigger and then refuses the sign-in: two attempts of a second
 * and a half at most leave room for the function itself.
 */
export function connectAccounts(): HasSecondFactor {
  const client = new CognitoIdentityProviderClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 500, requestTimeout: 1000, throwOnRequestTimeout: true },
  });
  return async ({ userPoolId, userName }) => {
    const { UserMFASettingList } = await client.send(
      new AdminGetUserCommand({ UserPoolId: userPoolId, Username: userName }),
    );
    return UserMFASettingList?.includes('SOFTWARE_TOKEN_MFA') ?? false;
  };
}
