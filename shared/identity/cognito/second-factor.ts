import { AdminGetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { UserPool } from '../user-pool.ts';
import type { CognitoPool } from './pool.ts';

export function hasSecondFactor(pool: CognitoPool): UserPool['hasSecondFactor'] {
  return async (name) => {
    const { UserMFASettingList } = await pool.send(new AdminGetUserCommand(pool.user(name)));
    return UserMFASettingList?.includes('SOFTWARE_TOKEN_MFA') ?? false;
  };
}
