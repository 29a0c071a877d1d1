import {
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
  GetGroupCommand,
  GroupExistsException,
  ResourceNotFoundException,
  UpdateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { operatorGroupPrefix } from '../../../shared/auth/roles.ts';
import { passingOf, rethrowPassing } from '../../../shared/identity/user-pool.ts';
import type { OperatorGroups } from '../groups.ts';

/** Groups of a Cognito user pool. */
export function groupsOf(client: CognitoIdentityProviderClient, userPoolId: string): OperatorGroups {
  const groupOf = (operatorId: string) => ({
    UserPoolId: userPoolId,
    GroupName: operatorGroupPrefix + operatorId,
  });
  return {
    describe: async (operatorId) => {
      try {
        const { Group } = await client.send(new GetGroupCommand(groupOf(operatorId)));
        return Group?.Description ?? '';
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw passingOf(error);
      }
    },
    keep: async (operatorId, description) => {
      const group = { ...groupOf(operatorId), Description: description };
      try {
        await client.send(new CreateGroupCommand(group));
      } catch (error) {
        if (!(error instanceof GroupExistsException)) throw passingOf(error);
        await client.send(new UpdateGroupCommand(group)).catch(rethrowPassing);
      }
    },
  };
}
