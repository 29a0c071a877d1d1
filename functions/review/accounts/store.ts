import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  type CognitoIdentityProviderClient,
  type AttributeType,
  CreateGroupCommand,
  GetGroupCommand,
  GroupExistsException,
  InvalidParameterException,
  ResourceNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { markerAttribute, passingOf, rethrowPassing } from '../../../shared/identity/user-pool.ts';
import type { Account, Accounts, NewAccount } from '../accounts.ts';

/** Accounts as users and groups of a Cognito user pool. */
export class AccountStore implements Accounts {
  readonly #client: CognitoIdentityProviderClient;
  readonly #userPoolId: string;

  constructor(client: CognitoIdentityProviderClient, userPoolId: string) {
    this.#client = client;
    this.#userPoolId = userPoolId;
  }

  describeGroup = async (name: string): Promise<{ description: string } | undefined> => {
    try {
      const { Group } = await this.#client.send(
        new GetGroupCommand({ UserPoolId: this.#userPoolId, GroupName: name }),
      );
      return { description: Group?.Description ?? '' };
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw passingOf(error);
    }
  };

  createGroup = async (name: string, description: string): Promise<void> => {
    try {
      await this.#client.send(
        new CreateGroupCommand({
          UserPoolId: this.#userPoolId,
          GroupName: name,
          Description: description,
        }),
      );
    } catch (error) {
      if (!(error instanceof GroupExistsException)) throw passingOf(error);
    }
  };

  createAccount = async ({ email, name, applicationId }: NewAccount): Promise<Account> => {
    const user = { UserPoolId: this.#userPoolId, Username: email };
    try {
      const { User } = await this.#client.send(
        new AdminCreateUserCommand({
          ...user,
          DesiredDeliveryMediums: ['EMAIL'],
          UserAttributes: [
            { Name: 'email', Value: email },
            { Name: 'email_verified', Value: 'true' },
            { Name: 'name', Value: name },
            { Name: markerAttribute, Value: applicationId },
          ],
        }),
      );
      return { outcome: 'created', sub: subOf(User?.Attributes) };
    } catch (error) {
      if (error instanceof InvalidParameterException) return { outcome: 'rejected' };
      if (!(error instanceof UsernameExistsException)) throw passingOf(error);
    }
    const { UserAttributes } = await this.#client.send(new AdminGetUserCommand(user)).catch(rethrowPassing);
    return valueOf(UserAttributes, markerAttribute) === applicationId
      ? { outcome: 'created', sub: subOf(UserAttributes) }
      : { outcome: 'existed' };
  };

  addToGroup = async (sub: string, group: string): Promise<void> => {
    const membership = { UserPoolId: this.#userPoolId, Username: sub, GroupName: group };
    await this.#client.send(new AdminAddUserToGroupCommand(membership)).catch(rethrowPassing);
  };
}

function valueOf(attributes: readonly AttributeType[] | undefined, name: string): string | undefined {
  return attributes?.find(({ Name }) => Name === name)?.Value;
}

function subOf(attributes: readonly AttributeType[] | undefined): string {
  const sub = valueOf(attributes, 'sub');
  if (sub === undefined) throw new Error('The user pool named an account without its subject');
  return sub;
}
