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
import { startCabinet, type CabinetOptions, type RunningCabinet } from '../../boot/cabinet.ts';
import { signInWithSrp } from '../../cognito/sign-in.ts';

/** A separate project: one table, one bucket, an API with three functions. */
export const fixtureProject = fileURLToPath(new URL('fixture', import.meta.url));

export const createDataDirectory = (): string => mkdtempSync(join(tmpdir(), 'cabinet-boot-'));

export const removeDataDirectory = (path: string): void => {
  rmSync(path, { recursive: true });
};

export const startFixture = (dataDirectory: string, options: Partial<CabinetOptions> = {}) =>
  startCabinet({ dataDirectory, projectDirectory: fixtureProject, ...options });

/** Creates a user in the group `finance` and signs in; resolves with the access token. */
export async function signInAsNewPerson(cabinet: RunningCabinet, login: string): Promise<string> {
  const { region, credentials, endpoints, userPoolId } = cabinet;
  const endpoint = endpoints['cognito-identity-provider'];
  const cognito = new CognitoIdentityProviderClient({ region, credentials, endpoint });
  const person = { UserPoolId: userPoolId, Username: login };
  const password = 'Correct-horse-1';
  await cognito.send(
    new AdminCreateUserCommand({ ...person, UserAttributes: [{ Name: 'email', Value: login }] }),
  );
  await cognito.send(new AdminSetUserPasswordCommand({ ...person, Password: password, Permanent: true }));
  await cognito.send(new AdminAddUserToGroupCommand({ ...person, GroupName: 'finance' }));
  return signIn(cabinet, login, password);
}

export async function signIn(cabinet: RunningCabinet, login: string, password: string): Promise<string> {
  const { accessToken } = await signInWithSrp({
    endpoint: cabinet.endpoints['cognito-identity-provider'],
    poolId: cabinet.userPoolId,
    clientId: cabinet.userPoolClientId,
    username: login,
    password,
  });
  return accessToken;
}
