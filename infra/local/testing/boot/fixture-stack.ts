import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { startLocalStack, type LocalStackOptions, type RunningStack } from '../../boot/local-stack.ts';
import type { Application } from '../../boot/application.ts';
import { signInWithSrp } from '../../cognito/sign-in.ts';

/** An application of its own: one table, one bucket, an API with three functions. */
export const fixture: Application = {
  directory: fileURLToPath(new URL('fixture', import.meta.url)),
  stage: 'dev',
  sources: ['infra', 'functions', 'web', 'cdk.json'],
  readItem: (attributes) => {
    if (JSON.stringify(attributes).includes('unreadable')) throw new Error('An item of another form');
    return { ...attributes, readBy: 'the application' };
  },
  pageFiles: {
    '/config.json': (deployed, { endpoints }) => ({
      ...deployed,
      userPoolEndpoint: endpoints['cognito-identity-provider'],
      fileOrigins: [endpoints.s3],
    }),
  },
};

export const createDataDirectory = (): string => mkdtempSync(join(tmpdir(), 'local-stack-'));

export const removeDataDirectory = (path: string): void => {
  rmSync(path, { recursive: true });
};

export const startFixture = (dataDirectory: string, options: Partial<LocalStackOptions> = {}) =>
  startLocalStack({ dataDirectory, application: fixture, ...options });

/** Creates a user in the group `finance` and signs in; resolves with the access token. */
export async function signInAsNewPerson(stack: RunningStack, login: string): Promise<string> {
  const { region, credentials, endpoints, userPoolId } = stack;
  const endpoint = endpoints['cognito-identity-provider'];
  const cognito = new CognitoIdentityProviderClient({ region, credentials, endpoint });
  const person = { UserPoolId: userPoolId, Username: login };
  const password = 'Correct-horse-1';
  await cognito.send(
    new AdminCreateUserCommand({ ...person, UserAttributes: [{ Name: 'email', Value: login }] }),
  );
  await cognito.send(new AdminSetUserPasswordCommand({ ...person, Password: password, Permanent: true }));
  await cognito.send(new AdminAddUserToGroupCommand({ ...person, GroupName: 'finance' }));
  return signIn(stack, login, password);
}

export async function signIn(stack: RunningStack, login: string, password: string): Promise<string> {
  const { accessToken } = await signInWithSrp({
    endpoint: stack.endpoints['cognito-identity-provider'],
    poolId: stack.userPoolId,
    clientId: stack.userPoolClientId,
    username: login,
    password,
  });
  return accessToken;
}
