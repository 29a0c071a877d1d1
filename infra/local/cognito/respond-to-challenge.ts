import * as z from 'zod';
import { equalInConstantTime } from '../aws/timing-safe.ts';
import {
  CognitoError,
  incorrectCredentials,
  invalidParameter,
  notAuthorized,
  notImplemented,
} from './errors.ts';
import type { StoredChallenge } from './challenges.ts';
import type { PoolClient } from './clients.ts';
import { defineOperation, type Operation } from './operation.ts';
import { checkPassword, setPassword } from './passwords.ts';
import type { Pool } from './pool.ts';
import { clientMetadata } from './requests.ts';
import {
  continueAfterPassword,
  continueWithSecondFactor,
  finish,
  type SignInContext,
} from './sign-in-steps.ts';
import { useTotpCode } from './software-token.ts';
import { deriveServerKey, signPasswordClaim } from './srp.ts';
import { requireEnabled, type ClientMetadata } from './tokens.ts';
import type { User } from './users.ts';

const requestSchema = z.object({
  ClientId: z.string(),
  ChallengeName: z.string(),
  Session: z.string().optional(),
  ChallengeResponses: z.record(z.string(), z.string()).default({}),
  ClientMetadata: clientMetadata,
});

/** A client's answer to a challenge. */
class Answer {
  readonly client: PoolClient;
  readonly metadata: ClientMetadata;
  readonly responses: Readonly<Record<string, string>>;
  readonly #session: string | undefined;

  constructor(client: PoolClient, request: z.output<typeof requestSchema>) {
    this.client = client;
    this.metadata = request.ClientMetadata;
    this.responses = request.ChallengeResponses;
    this.#session = request.Session;
  }

  /** @throws InvalidParameterException when the response is missing */
  read(name: string): string {
    const value = this.responses[name];
    if (!value) throw invalidParameter(`Missing required parameter ${name}`);
    return value;
  }

  /** @throws InvalidParameterException when there is none */
  get session(): string {
    if (!this.#session) throw invalidParameter('Missing required parameter Session');
    return this.#session;
  }

  /** @throws NotAuthorizedException unless the named user is the one of the session, and enabled */
  requireUser(pool: Pool, sub: string): User {
    const named = pool.users.find(this.read('USERNAME'));
    if (named?.sub !== sub) throw notAuthorized('Invalid session for the user.');
    return requireEnabled(named);
  }
}

/** `RespondToAuthChallenge`. Everything that one response checks and stores happens before anything is awaited. */
export function defineRespondToAuthChallenge(pool: Pool): Operation {
  return defineOperation(requestSchema, (request) => {
    const answer = new Answer(pool.requireClient(request.ClientId), request);
    switch (request.ChallengeName) {
      case 'PASSWORD_VERIFIER':
        return verifyPassword(pool, answer);
      case 'NEW_PASSWORD_REQUIRED':
        return replaceTemporaryPassword(pool, answer);
      case 'SOFTWARE_TOKEN_MFA':
        return verifySecondFactor(pool, answer);
      case 'MFA_SETUP':
        return finishSetup(pool, answer);
      default:
        throw notImplemented(`RespondToAuthChallenge with ${request.ChallengeName}`);
    }
  });
}

function verifyPassword(pool: Pool, answer: Answer): object | Promise<object> {
  const secretBlock = answer.read('PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = answer.read('PASSWORD_CLAIM_SIGNATURE');
  const timestamp = answer.read('TIMESTAMP');
  const { challenge } = readSecretBlock(pool, secretBlock, answer.client);
  pool.challenges.close(secretBlock);
  pool.failedAttempts.refuseIfLocked(challenge.attemptName);
  const key = deriveServerKey(challenge.server, challenge.clientPublicValue, challenge.verifier);
  const identity = { poolName: pool.name, username: challenge.username };
  const genuine = equalInConstantTime(signPasswordClaim(key, identity, secretBlock, timestamp), signature);
  const user = challenge.sub === undefined ? undefined : pool.users.read(challenge.sub);
  // The password may have been changed since the challenge was made.
  if (!genuine || user?.verifier !== challenge.verifier) {
    pool.failedAttempts.record(challenge.attemptName);
    throw incorrectCredentials();
  }
  return continueAfterPassword(contextOf(pool, answer, user));
}

function readSecretBlock(
  pool: Pool,
  secretBlock: string,
  client: PoolClient,
): StoredChallenge<'PASSWORD_VERIFIER'> {
  try {
    return pool.challenges.read(secretBlock, 'PASSWORD_VERIFIER', client.id);
  } catch (error) {
    throw error instanceof CognitoError ? incorrectCredentials() : error;
  }
}

function replaceTemporaryPassword(pool: Pool, answer: Answer): object | Promise<object> {
  const { challenge } = pool.challenges.read(answer.session, 'NEW_PASSWORD_REQUIRED', answer.client.id);
  const user = answer.requireUser(pool, challenge.sub);
  const password = answer.read('NEW_PASSWORD');
  const changed = pool.database.transaction(() => {
    const attributes = pool.attributeRules.change(user.attributes, listAttributeResponses(answer));
    const missing = pool.attributeRules.findMissing(attributes);
    if (missing.length > 0)
      throw invalidParameter(`Invalid attributes given, ${missing.join(', ')} is missing`);
    checkPassword(pool, user, password);
    setPassword(pool, user, password);
    pool.users.change(user.sub, { attributes });
    pool.challenges.close(answer.session);
    return requireEnabled(pool.users.read(user.sub));
  });
  return continueWithSecondFactor(contextOf(pool, answer, changed), 'NewPasswordChallenge');
}

/** Attributes that a new user sends with the password; the e-mail is the sign-in name and cannot be chosen here. */
function listAttributeResponses(answer: Answer): { Name: string; Value: string }[] {
  const prefix = 'userAttributes.';
  const values = Object.entries(answer.responses)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, Value]) => ({ Name: name.slice(prefix.length), Value }));
  if (values.some(({ Name }) => Name === 'email' || !answer.client.mayWrite(Name)))
    throw notAuthorized('A client attempted to write unauthorized attribute');
  return values;
}

function verifySecondFactor(pool: Pool, answer: Answer): Promise<object> {
  const { challenge } = pool.challenges.read(answer.session, 'SOFTWARE_TOKEN_MFA', answer.client.id);
  const user = answer.requireUser(pool, challenge.sub);
  const code = answer.read('SOFTWARE_TOKEN_MFA_CODE');
  // Counted separately from passwords: at this step the password was right.
  const attemptName = `second factor of ${user.sub}`;
  pool.failedAttempts.refuseIfLocked(attemptName);
  try {
    pool.database.transaction(() => {
      useTotpCode(pool, user, code);
      pool.challenges.close(answer.session);
      pool.failedAttempts.forget(attemptName);
    });
  } catch (error) {
    pool.challenges.recordFailure(answer.session);
    pool.failedAttempts.record(attemptName);
    throw error;
  }
  return finish(contextOf(pool, answer, user), challenge.source);
}

function finishSetup(pool: Pool, answer: Answer): Promise<object> {
  const { challenge } = pool.challenges.read(answer.session, 'MFA_SETUP', answer.client.id);
  const user = answer.requireUser(pool, challenge.sub);
  if (!challenge.verified) throw invalidParameter('User has not verified software token mfa');
  pool.challenges.close(answer.session);
  return finish(contextOf(pool, answer, user), challenge.source);
}

function contextOf(pool: Pool, answer: Answer, user: User): SignInContext {
  return { pool, client: answer.client, user, metadata: answer.metadata };
}
