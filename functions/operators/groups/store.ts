import {
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  GetGroupCommand,
  GroupExistsException,
  ResourceNotFoundException,
  LimitExceededException,
  TooManyRequestsException,
  UpdateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { operatorGroupPrefix } from '../../../shared/auth/roles.ts';
import { CabinetError } from '../../../shared/errors.ts';
import type { OperatorGroups } from '../groups.ts';

/** A client that gives up in time: Cognito takes a tenth of a second, and asks whoever calls too fast to wait. */
export function connectUserPool(): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 500, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
}

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
        await client.send(new UpdateGroupCommand(group)).catch(rethrow);
      }
    },
  };
}

/** What passes when one waits is said so; everything else is what it is. */
function passingOf(error: unknown): unknown {
  return error instanceof TooManyRequestsException || error instanceof LimitExceededException
    ? new CabinetError('unavailable', { cause: error })
    : error;
}

function rethrow(error: unknown): never {
  throw passingOf(error);
}
