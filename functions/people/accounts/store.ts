import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  InvalidParameterException,
  ListUsersInGroupCommand,
  ResourceNotFoundException,
  UnsupportedUserStateException,
  UsernameExistsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { type CabinetError, invalidRequest } from '../../../shared/errors.ts';
import { markerAttribute, passingOf, rethrowPassing } from '../../../shared/identity/user-pool.ts';
import { wrongCursor } from '../../../shared/table/cursor.ts';
import type { Account, Accounts, NewAccount } from '../accounts.ts';

/** Members that Cognito gives at once, at most. */
const pageSize = 60;

/** Accounts as users and groups of a Cognito user pool. */
export function accountsOf(client: CognitoIdentityProviderClient, userPoolId: string): Accounts {
  const userOf = (Username: string) => ({ UserPoolId: userPoolId, Username });
  const read = async (name: string) => {
    const found = await client.send(new AdminGetUserCommand(userOf(name))).catch(absent);
    return found && accountOf({ ...found, Attributes: found.UserAttributes });
  };
  return {
    listMembers: async (group, cursor) => {
      const page = await client
        .send(
          new ListUsersInGroupCommand({
            UserPoolId: userPoolId,
            GroupName: group,
            Limit: pageSize,
            ...(cursor === undefined ? {} : { NextToken: cursor }),
          }),
        )
        .catch((error: unknown) => {
          // A cursor is the directory's own, so that only it can say that one is wrong.
          if (error instanceof InvalidParameterException && cursor !== undefined) throw wrongCursor();
          absent(error);
        });
      return { accounts: (page?.Users ?? []).map(accountOf), next: page?.NextToken };
    },
    read,
    groupsOf: async (sub) => {
      const page = await client.send(new AdminListGroupsForUserCommand(userOf(sub))).catch(absent);
      return (page?.Groups ?? []).flatMap(({ GroupName }) => GroupName ?? []);
    },
    create: async (account) => {
      try {
        const { User } = await client.send(new AdminCreateUserCommand(requestOf(userPoolId, account)));
        return accountOf(User ?? {});
      } catch (error) {
        if (error instanceof InvalidParameterException) throw wrongEmail();
        if (!(error instanceof UsernameExistsException)) throw passingOf(error);
        const existing = await read(account.email);
        return existing?.marker === account.marker ? existing : undefined;
      }
    },
    inviteAgain: async ({ sub }) => {
      try {
        await client.send(new AdminCreateUserCommand({ ...userOf(sub), MessageAction: 'RESEND' }));
        return true;
      } catch (error) {
        if (error instanceof UnsupportedUserStateException) return false;
        throw passingOf(error);
      }
    },
    addToGroup: async (sub, GroupName) => {
      await client.send(new AdminAddUserToGroupCommand({ ...userOf(sub), GroupName })).catch(rethrowPassing);
    },
    removeFromGroup: async (sub, GroupName) => {
      await client.send(new AdminRemoveUserFromGroupCommand({ ...userOf(sub), GroupName })).catch(absent);
    },
    setEnabled: async (sub, enabled) => {
      const Command = enabled ? AdminEnableUserCommand : AdminDisableUserCommand;
      await client.send(new Command(userOf(sub))).catch(absent);
    },
    setPassword: async (sub, Password) => {
      const request = { ...userOf(sub), Password, Permanent: true };
      await client.send(new AdminSetUserPasswordCommand(request)).catch(rethrowPassing);
    },
    signOut: async (sub) => {
      await client.send(new AdminUserGlobalSignOutCommand(userOf(sub))).catch(absent);
    },
    remove: async (sub) => {
      await client.send(new AdminDeleteUserCommand(userOf(sub))).catch(absent);
    },
  };
}

function requestOf(UserPoolId: string, { email, name, marker, invite }: NewAccount) {
  return {
    UserPoolId,
    Username: email,
    ...(invite ? { DesiredDeliveryMediums: ['EMAIL' as const] } : { MessageAction: 'SUPPRESS' as const }),
    UserAttributes: [
      { Name: 'email', Value: email },
      // A machine's address takes no mail, so that nobody recovers its password by mail either.
      { Name: 'email_verified', Value: String(invite) },
      { Name: 'name', Value: name },
      { Name: markerAttribute, Value: marker },
    ],
  };
}

const attributesSchema = z.object({
  sub: z.string(),
  email: z.string().default(''),
  name: z.string().optional(),
  [markerAttribute]: z.string().optional(),
});

interface DescribedUser {
  readonly Attributes?: readonly AttributeType[] | undefined;
  readonly Enabled?: boolean | undefined;
  readonly UserStatus?: string | undefined;
}

function accountOf({ Attributes = [], Enabled = false, UserStatus }: DescribedUser): Account {
  const values = Object.fromEntries(Attributes.map(({ Name = '', Value }) => [Name, Value] as const));
  const { sub, email, name, [markerAttribute]: marker } = attributesSchema.parse(values);
  return { sub, email, name, enabled: Enabled, confirmed: UserStatus === 'CONFIRMED', marker };
}

/** What is not there is nothing; everything else is a failure. */
function absent(error: unknown): undefined {
  if (error instanceof UserNotFoundException || error instanceof ResourceNotFoundException) return undefined;
  throw passingOf(error);
}

function wrongEmail(): CabinetError {
  const message = { ru: 'Такой адрес не принимается', en: 'Such an address is not accepted' };
  return invalidRequest([{ pointer: '/email', message }]);
}
