import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminRemoveUserFromGroupCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { join } from 'node:path';
import { demoPassword } from '../../infra/demo/people.ts';
import { openOutbox } from '../../infra/local/mail/outbox.ts';
import { documentsOf } from '../documents.ts';
import { encodeItem } from '../../shared/table/item.ts';
import { acceptanceItem } from '../invoke.ts';
import type { DemoCabinet } from './cabinet.ts';

/** A user to create. */
interface Person {
  readonly login: string;
  /** What colleagues see; the login where it is absent. */
  readonly name?: string;
  readonly groups: readonly string[];
  /** The first sign-in asks for another one then; without it the person has the demo's password. */
  readonly temporaryPassword?: string;
  /** Whether the rules are accepted already; so they are unless said. */
  readonly acceptedRules?: false;
}

/**
 * Creates a user in groups, as a manager does in the Cognito console, who has accepted the rules.
 *
 * @returns the subject
 */
export async function createPerson(cabinet: DemoCabinet, person: Person): Promise<string> {
  const { login, name, groups, temporaryPassword, acceptedRules = true } = person;
  const user = { UserPoolId: cabinet.userPoolId, Username: login };
  return withIdentity(cabinet, async (identity) => {
    const { User } = await identity.send(
      new AdminCreateUserCommand({
        ...user,
        TemporaryPassword: temporaryPassword,
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email', Value: login },
          { Name: 'email_verified', Value: 'true' },
          ...(name === undefined ? [] : [{ Name: 'name', Value: name }]),
        ],
      }),
    );
    if (temporaryPassword === undefined)
      await identity.send(
        new AdminSetUserPasswordCommand({ ...user, Password: demoPassword, Permanent: true }),
      );
    for (const GroupName of groups)
      await identity.send(new AdminAddUserToGroupCommand({ ...user, GroupName }));
    const sub = User?.Username ?? '';
    if (acceptedRules) await putItem(cabinet, acceptanceItem(sub));
    return sub;
  });
}

/** Removes a user from a group, as a manager does in the Cognito console. */
export async function withdrawFromGroup(cabinet: DemoCabinet, sub: string, GroupName: string): Promise<void> {
  await withIdentity(cabinet, async (identity) => {
    await identity.send(
      new AdminRemoveUserFromGroupCommand({ UserPoolId: cabinet.userPoolId, Username: sub, GroupName }),
    );
  });
}

/** Resets a user's acceptance of the rules, as a new version does when it takes effect. */
export async function forgetAcceptance(cabinet: DemoCabinet, sub: string): Promise<void> {
  const { pk, sk } = acceptanceItem(sub);
  await withDocuments(cabinet, async (documents, TableName) => {
    await documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  });
}

/** Registers an operator of a status, with its group. */
export async function createOperator(
  cabinet: DemoCabinet,
  operatorId: string,
  record: { readonly name: string; readonly status: 'active' | 'suspended' | 'closed' },
): Promise<void> {
  const GroupName = `operator-${operatorId}`;
  await withIdentity(cabinet, (identity) =>
    identity.send(new CreateGroupCommand({ UserPoolId: cabinet.userPoolId, GroupName })),
  );
  await putItem(cabinet, { pk: `OP#${operatorId}`, sk: 'OPERATOR', schemaVersion: 1, version: 1, ...record });
}

async function putItem(cabinet: DemoCabinet, Item: Record<string, unknown>): Promise<void> {
  await withDocuments(cabinet, async (documents, TableName) => {
    await documents.send(new PutCommand({ TableName, Item: encodeItem(Item) }));
  });
}

async function withDocuments(
  { region, credentials, endpoints, tableName }: DemoCabinet,
  act: (documents: ReturnType<typeof documentsOf>, tableName: string) => Promise<void>,
): Promise<void> {
  const client = new DynamoDBClient({ region, credentials, endpoint: endpoints.dynamodb });
  try {
    await act(documentsOf(client), tableName);
  } finally {
    client.destroy();
  }
}

/** Revokes every refresh token of a user. Access tokens live on, as they do in the cloud. */
export async function signOutEverywhere(cabinet: DemoCabinet, login: string): Promise<void> {
  const user = { UserPoolId: cabinet.userPoolId, Username: login };
  await withIdentity(cabinet, async (identity) => {
    await identity.send(new AdminUserGlobalSignOutCommand(user));
  });
}

/** Text of the newest mail to a user. @throws when there is none */
export function readNewestMail(cabinet: DemoCabinet, login: string): string {
  const outbox = openOutbox(join(cabinet.dataDirectory, 'mail'));
  try {
    const mail = outbox.list(100).find(({ recipients }) => recipients.includes(login));
    if (!mail) throw new Error(`No mail to ${login}`);
    return mail.body;
  } finally {
    outbox.close();
  }
}

async function withIdentity<T>(
  { region, credentials, endpoints }: DemoCabinet,
  act: (identity: CognitoIdentityProviderClient) => Promise<T>,
): Promise<T> {
  const endpoint = endpoints['cognito-identity-provider'];
  const identity = new CognitoIdentityProviderClient({ region, credentials, endpoint });
  try {
    return await act(identity);
  } finally {
    identity.destroy();
  }
}
