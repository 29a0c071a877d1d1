import {
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { passingOf } from '../../../shared/identity/user-pool.ts';
import type { ManagerAccounts } from '../managers.ts';

/** Accounts of a Cognito user pool. */
export function managerAccountsOf(
  client: CognitoIdentityProviderClient,
  userPoolId: string,
): ManagerAccounts {
  return {
    groupsOf: async (sub) => {
      const user = { UserPoolId: userPoolId, Username: sub };
      try {
        const [{ Enabled = false }, { Groups = [] }] = await Promise.all([
          client.send(new AdminGetUserCommand(user)),
          client.send(new AdminListGroupsForUserCommand(user)),
        ]);
        return Enabled ? Groups.flatMap(({ GroupName }) => GroupName ?? []) : undefined;
      } catch (error) {
        if (error instanceof UserNotFoundException) return undefined;
        throw passingOf(error);
      }
    },
  };
}
