import * as z from 'zod';
import type { PoolClient } from './clients.ts';
import { CognitoError, incorrectCredentials, invalidParameter, notImplemented } from './errors.ts';
import { defineOperation, type Operation } from './operation.ts';
import { isPasswordOf } from './passwords.ts';
import type { Pool } from './pool.ts';
import { clientMetadata, password, username } from './requests.ts';
import { keyedHash } from './secrets.ts';
import { continueAfterPassword } from './sign-in-steps.ts';
import { createServerPair, deriveVerifier, isUsablePublicValue } from './srp.ts';
import { refresh, type ClientMetadata } from './tokens.ts';
import type { User } from './users.ts';

const requestSchema = z.object({
  ClientId: z.string(),
  AuthFlow: z.string(),
  AuthParameters: z.record(z.string(), z.string()).default({}),
  ClientMetadata: clientMetadata,
});
const passwordSchema = z.object({ USERNAME: username, PASSWORD: password });
const srpSchema = z.object({ USERNAME: username, SRP_A: z.string().regex(/^[0-9a-f]{1,800}$/i) });
const refreshSchema = z.object({ REFRESH_TOKEN: z.string().min(1) });

/** `InitiateAuth`: SRP, plain password if the client allows it, refresh unless it rotates refresh tokens. */
export function defineInitiateAuth(pool: Pool): Operation {
  return defineOperation(requestSchema, ({ ClientId, AuthFlow, AuthParameters, ClientMetadata }) => {
    const client = pool.requireClient(ClientId);
    if ('SECRET_HASH' in AuthParameters) throw notImplemented('SECRET_HASH');
    switch (AuthFlow) {
      case 'USER_SRP_AUTH':
        client.requireFlow(AuthFlow);
        return startSrp(pool, client, readParameters(srpSchema, AuthParameters));
      case 'USER_PASSWORD_AUTH':
        client.requireFlow(AuthFlow);
        return signInWithPassword(
          pool,
          client,
          readParameters(passwordSchema, AuthParameters),
          ClientMetadata,
        );
      case 'REFRESH_TOKEN':
      case 'REFRESH_TOKEN_AUTH':
        client.requireFlow('REFRESH_TOKEN_AUTH');
        return refreshTokens(pool, client, readParameters(refreshSchema, AuthParameters), ClientMetadata);
      default:
        throw notImplemented(`InitiateAuth with ${AuthFlow}`);
    }
  });
}

/** The name that failed attempts are counted under. */
function attemptNameOf(pool: Pool, user: User | undefined, typed: string): string {
  return user?.sub ?? pool.users.fold(typed);
}

function startSrp(pool: Pool, client: PoolClient, parameters: z.output<typeof srpSchema>): object {
  const { USERNAME, SRP_A } = parameters;
  if (!isUsablePublicValue(SRP_A)) throw invalidParameter('SRP_A is not a usable public value.');
  const user = findForSignIn(pool, client, USERNAME);
  const answered = user ?? fakeUser(pool, USERNAME);
  const server = createServerPair(answered.verifier);
  const secretBlock = pool.challenges.open(
    {
      name: 'PASSWORD_VERIFIER',
      sub: user?.sub,
      username: answered.username,
      attemptName: attemptNameOf(pool, user, USERNAME),
      verifier: answered.verifier,
      clientPublicValue: SRP_A,
      server,
    },
    client.id,
    client.properties.AuthSessionValidity,
  );
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: answered.salt,
      SECRET_BLOCK: secretBlock,
      SRP_B: server.publicValue,
      USERNAME: answered.username,
      USER_ID_FOR_SRP: answered.username,
    },
  };
}

function signInWithPassword(
  pool: Pool,
  client: PoolClient,
  parameters: z.output<typeof passwordSchema>,
  metadata: ClientMetadata,
): object | Promise<object> {
  const user = findForSignIn(pool, client, parameters.USERNAME);
  const attemptName = attemptNameOf(pool, user, parameters.USERNAME);
  pool.failedAttempts.refuseIfLocked(attemptName);
  // An unknown user takes the same time as a known one.
  if (!user) fakeUser(pool, parameters.USERNAME);
  if (!user || !isPasswordOf(pool, user, parameters.PASSWORD)) {
    pool.failedAttempts.record(attemptName);
    throw incorrectCredentials();
  }
  return continueAfterPassword({ pool, client, user, metadata });
}

async function refreshTokens(
  pool: Pool,
  client: PoolClient,
  parameters: z.output<typeof refreshSchema>,
  metadata: ClientMetadata,
): Promise<object> {
  const AuthenticationResult = await refresh(pool, client, parameters.REFRESH_TOKEN, metadata);
  return { ChallengeParameters: {}, AuthenticationResult };
}

/** @throws UserNotFoundException for a client that reveals whether a user exists */
function findForSignIn(pool: Pool, client: PoolClient, name: string): User | undefined {
  const user = pool.users.find(name);
  if (!user && !client.hidesUnknownUsers)
    throw new CognitoError('UserNotFoundException', 'User does not exist.');
  return user;
}

/** A fake user for an unknown name, the same at every attempt, just as for a real user. */
function fakeUser(pool: Pool, typed: string): Pick<User, 'username' | 'salt' | 'verifier'> {
  const name = pool.users.fold(typed);
  const identifier = keyedHash(pool.secret, 'username', name);
  const invented = /^(.{8})(.{4})(.{4})(.{4})(.{12})/.exec(identifier)?.slice(1).join('-') ?? identifier;
  const usernameForSrp = pool.properties.UsernameAttributes.length > 0 ? invented : typed;
  const salt = keyedHash(pool.secret, 'salt', name).slice(0, 32);
  const identity = { poolName: pool.name, username: usernameForSrp };
  return { username: usernameForSrp, salt, verifier: deriveVerifier(identity, pool.secret, salt) };
}

function readParameters<Parameters>(
  schema: z.ZodType<Parameters>,
  parameters: Record<string, string>,
): Parameters {
  const parsed = schema.safeParse(parameters);
  if (parsed.success) return parsed.data;
  throw invalidParameter(`Missing or malformed parameter ${String(parsed.error.issues[0]?.path[0])}`);
}
