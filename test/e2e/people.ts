import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { join } from 'node:path';
import { demoPassword } from '../../infra/local/demo/people.ts';
import { openOutbox } from '../../infra/local/mail/outbox.ts';
import { documentsOf } from '../../shared/table/client.ts';
import { acceptanceItem } from '../invoke.ts';
import type { DemoCabinet } from './cabinet.ts';

/** Somebody to create. */
interface Person {
  readonly login: string;
  readonly groups: readonly string[];
  /** The first sign-in asks for another one then; without it the person has the demo's password. */
  readonly temporaryPassword?: string;
}

/** Creates a user in groups, as a manager does in the Cognito console, who has accepted the rules. */
export async function createPerson(cabinet: DemoCabinet, person: Person): Promise<void> {
  const { login, groups, temporaryPassword } = person;
  const user = { UserPoolId: cabinet.userPoolId, Username: login };
  await withIdentity(cabinet, async (identity) => {
    const { User } = await identity.send(
      new AdminCreateUserCommand({
        ...user,
        TemporaryPassword: temporaryPassword,
        MessageAction: 'SUPPRESS',
        UserAttributes: [
          { Name: 'email', Value: login },
          { Name: 'email_verified', Value: 'true' },
        ],
      }),
    );
    if (temporaryPassword === undefined)
      await identity.send(
        new AdminSetUserPasswordCommand({ ...user, Password: demoPassword, Permanent: true }),
      );
    for (const GroupName of groups)
      await identity.send(new AdminAddUserToGroupCommand({ ...user, GroupName }));
    await acceptRules(cabinet, User?.Username ?? '');
  });
}

/** Whoever signs in by e-mail is named by the own subject in the pool. */
async function acceptRules(
  { region, credentials, endpoints, tableName }: DemoCabinet,
  sub: string,
): Promise<void> {
  const client = new DynamoDBClient({ region, credentials, endpoint: endpoints.dynamodb });
  try {
    await documentsOf(client).send(new PutCommand({ TableName: tableName, Item: acceptanceItem(sub) }));
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

/** Text of the newest mail to somebody. @throws when there is none */
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

async function withIdentity(
  { region, credentials, endpoints }: DemoCabinet,
  act: (identity: CognitoIdentityProviderClient) => Promise<void>,
): Promise<void> {
  const endpoint = endpoints['cognito-identity-provider'];
  const identity = new CognitoIdentityProviderClient({ region, credentials, endpoint });
  try {
    await act(identity);
  } finally {
    identity.destroy();
  }
}
