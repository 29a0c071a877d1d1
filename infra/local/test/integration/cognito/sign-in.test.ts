import { AdminSetUserPasswordCommand, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { AuthenticationDetails, CognitoUser, CognitoUserPool } from 'amazon-cognito-identity-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithSrp } from '../../../cognito/sign-in.ts';
import { createClientPair, deriveClientKey, signPasswordClaim, srpPoolName } from '../../../cognito/srp.ts';
import {
  testClientId,
  testPassword,
  testPoolId,
  startPool,
  testTemporaryPassword,
  type PoolFixture,
} from '../../../testing/cognito/pool-fixture.ts';
import { answer, claimsOf, enlist, invite, signIn, tryPassword } from '../../../testing/cognito/users.ts';

const srpOnly = 'srponly00000000000000001';
const legacy = 'legacy000000000000000001';
let pool: PoolFixture;

beforeAll(async () => {
  pool = await startPool({
    otherClients: {
      [srpOnly]: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'], PreventUserExistenceErrors: 'ENABLED' },
      [legacy]: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] },
    },
  });
});
afterAll(() => pool.close());

function signInAs(username: string, password = testPassword, newPassword?: string) {
  const { endpoint } = pool;
  return signInWithSrp({
    endpoint,
    poolId: testPoolId,
    clientId: testClientId,
    username,
    password,
    newPassword,
  });
}

/* oxlint-disable typescript/no-deprecated -- superseded by Amplify, and still AWS's reference for SRP */
/** As a page with AWS's own library does. */
function signInInBrowser(username: string, password: string): Promise<string> {
  const user = new CognitoUser({
    Username: username,
    Pool: new CognitoUserPool({ UserPoolId: testPoolId, ClientId: testClientId, endpoint: pool.endpoint }),
  });
  return new Promise((resolve, reject) => {
    user.authenticateUser(new AuthenticationDetails({ Username: username, Password: password }), {
      onSuccess: (session) => {
        resolve(session.getAccessToken().getJwtToken());
      },
      onFailure: reject,
      newPasswordRequired: () => {
        reject(new Error('newPasswordRequired'));
      },
    });
  });
}

/* oxlint-enable typescript/no-deprecated */

describe('signing in with SRP', () => {
  it('works with our own client, in any letter case of the e-mail', async () => {
    const sub = await enlist(pool, 'Anna@example.org');
    const tokens = await signInAs('aNNA@example.org');
    expect(claimsOf(tokens.accessToken)).toMatchObject({ sub, username: sub, token_use: 'access' });
    expect(tokens.expiresIn).toBe(3600);
  });

  it('works with AWS’s browser library', async () => {
    const sub = await enlist(pool, 'boris@example.org');
    expect(claimsOf(await signInInBrowser('boris@example.org', testPassword))['sub']).toBe(sub);
    await expect(signInInBrowser('boris@example.org', 'Wrong-Password-1!')).rejects.toMatchObject({
      code: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
  });

  it('replaces a temporary password', async () => {
    await invite(pool, 'clara@example.org');
    await expect(signInAs('clara@example.org', testTemporaryPassword)).rejects.toThrow(
      'NEW_PASSWORD_REQUIRED',
    );
    await signInAs('clara@example.org', testTemporaryPassword, testPassword);
    await signInAs('clara@example.org', testPassword);
    await expect(signInAs('clara@example.org', testTemporaryPassword)).rejects.toThrow(
      'Incorrect username or password.',
    );
  });

  it('does not accept the same proof twice', async () => {
    await enlist(pool, 'dina@example.org');
    const bodies: string[] = [];
    const realFetch = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      if (typeof init?.body === 'string') bodies.push(init.body);
      return realFetch(input, init);
    };
    try {
      await signInInBrowser('dina@example.org', testPassword);
    } finally {
      globalThis.fetch = realFetch;
    }
    const proof = bodies.find((body) => body.includes('PASSWORD_CLAIM_SIGNATURE'));
    expect(proof).toBeDefined();
    const replayed = await fetch(pool.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.RespondToAuthChallenge' },
      body: proof!,
    });
    expect(await replayed.json()).toMatchObject({ __type: 'NotAuthorizedException' });
  });

  it('does not accept a proof of a password that has been changed since', async () => {
    await enlist(pool, 'mikhail@example.org');
    const pair = createClientPair();
    const started = await pool.cognito.send(
      new InitiateAuthCommand({
        ClientId: testClientId,
        AuthFlow: 'USER_SRP_AUTH',
        AuthParameters: { USERNAME: 'mikhail@example.org', SRP_A: pair.publicValue },
      }),
    );
    const { SALT, SRP_B, SECRET_BLOCK, USER_ID_FOR_SRP } = started.ChallengeParameters as Record<
      'SALT' | 'SRP_B' | 'SECRET_BLOCK' | 'USER_ID_FOR_SRP',
      string
    >;
    await pool.cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: testPoolId,
        Username: 'mikhail@example.org',
        Password: 'Another-Horse-2!',
        Permanent: true,
      }),
    );
    const identity = { poolName: srpPoolName(testPoolId), username: USER_ID_FOR_SRP };
    const key = deriveClientKey(pair, SRP_B, identity, testPassword, SALT);
    const TIMESTAMP = 'Sat Nov 7 09:00:00 UTC 2026';
    await expect(
      answer(pool, 'PASSWORD_VERIFIER', undefined, USER_ID_FOR_SRP, {
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signPasswordClaim(key, identity, SECRET_BLOCK, TIMESTAMP),
        TIMESTAMP,
      }),
    ).rejects.toThrow('Incorrect username or password.');
  });

  it('gives the same response for an unknown name as for a known one, every time', async () => {
    await enlist(pool, 'elena@example.org');
    const start = async (username: string): Promise<Record<string, string>> => {
      const parameters = { USERNAME: username, SRP_A: 'abcdef' };
      const { ChallengeParameters } = await pool.cognito.send(
        new InitiateAuthCommand({
          ClientId: testClientId,
          AuthFlow: 'USER_SRP_AUTH',
          AuthParameters: parameters,
        }),
      );
      return ChallengeParameters!;
    };
    const [known, ghost, again] = [
      await start('elena@example.org'),
      await start('ghost@example.org'),
      await start('GHOST@example.org'),
    ];
    expect(Object.keys(ghost)).toEqual(Object.keys(known));
    expect(ghost['SALT']).toBe(again['SALT']);
    expect(ghost['USER_ID_FOR_SRP']).toBe(again['USER_ID_FOR_SRP']);
    expect(ghost['USER_ID_FOR_SRP']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(ghost['SALT']).toHaveLength(known['SALT']!.length);
    await expect(signInAs('ghost@example.org')).rejects.toThrow('Incorrect username or password.');
  });

  it('refuses a public value that would reveal the key', async () => {
    for (const SRP_A of ['0', 'not hexadecimal'])
      await expect(
        pool.cognito.send(
          new InitiateAuthCommand({
            ClientId: testClientId,
            AuthFlow: 'USER_SRP_AUTH',
            AuthParameters: { USERNAME: 'elena@example.org', SRP_A },
          }),
        ),
      ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('signing in with a plain password', () => {
  it('is refused if the client does not allow it', async () => {
    await expect(tryPassword(pool, 'anna@example.org', testPassword, srpOnly)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    });
  });

  it('reveals that a user does not exist if the client allows it', async () => {
    await expect(tryPassword(pool, 'ghost@example.org', testPassword, legacy)).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    await expect(tryPassword(pool, 'ghost@example.org')).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
  });

  it('is refused for a client that is not the pool’s', async () => {
    await expect(tryPassword(pool, 'anna@example.org', testPassword, 'nobody')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });
});

describe('a temporary password', () => {
  it('has to be replaced by one that meets the policy; the session survives a refused one but can be used once', async () => {
    await invite(pool, 'fedor@example.org');
    const { ChallengeName, Session } = await tryPassword(pool, 'fedor@example.org', testTemporaryPassword);
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const choose = (NEW_PASSWORD: string) =>
      answer(pool, 'NEW_PASSWORD_REQUIRED', Session, 'fedor@example.org', { NEW_PASSWORD });
    await expect(choose('weak')).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    expect((await choose(testPassword)).AuthenticationResult?.AccessToken).toBeDefined();
    await expect(choose('Another-Horse-2!')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('cannot be replaced by another user, with an invented session, or through another client', async () => {
    await invite(pool, 'galina@example.org');
    const { Session } = await tryPassword(pool, 'galina@example.org', testTemporaryPassword);
    const choose = (session: string, username: string) =>
      answer(pool, 'NEW_PASSWORD_REQUIRED', session, username, { NEW_PASSWORD: testPassword });
    await expect(choose(Session!, 'anna@example.org')).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
    await expect(choose('A'.repeat(40), 'galina@example.org')).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
    const elsewhere = { NEW_PASSWORD: testPassword };
    await expect(
      answer(pool, 'NEW_PASSWORD_REQUIRED', Session, 'galina@example.org', elsewhere, srpOnly),
    ).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await expect(
      answer(pool, 'SOFTWARE_TOKEN_MFA', Session, 'galina@example.org', {
        SOFTWARE_TOKEN_MFA_CODE: '000000',
      }),
    ).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('expires after the days of the policy', async () => {
    await invite(pool, 'harald@example.org');
    pool.advance(3 * 86_400 + 1);
    await expect(tryPassword(pool, 'harald@example.org', testTemporaryPassword)).rejects.toThrow(
      'Temporary password has expired and must be reset by an administrator.',
    );
  });

  it('has a session of minutes, not hours', async () => {
    await invite(pool, 'irina@example.org');
    const { Session } = await tryPassword(pool, 'irina@example.org', testTemporaryPassword);
    pool.advance(3 * 60 + 1);
    await expect(
      answer(pool, 'NEW_PASSWORD_REQUIRED', Session, 'irina@example.org', { NEW_PASSWORD: testPassword }),
    ).rejects.toThrow('session is expired');
  });
});

describe('wrong passwords', () => {
  const fail = (username: string) =>
    tryPassword(pool, username, 'Wrong-Password-1!').catch((error: unknown) => error);

  it.each(['julia@example.org', 'nobody@example.org'])(
    'lock %s for 1, 2, 4 … seconds from the fifth on, whether the user exists or not',
    async (username) => {
      if (username.startsWith('julia')) await enlist(pool, username);
      for (let attempt = 1; attempt <= 5; attempt++)
        expect(await fail(username)).toMatchObject({ message: 'Incorrect username or password.' });
      for (const seconds of [1, 2, 4, 8]) {
        pool.advance(seconds - 0.001);
        expect(await fail(username)).toMatchObject({ message: 'Password attempts exceeded' });
        pool.advance(0.001);
        expect(await fail(username)).toMatchObject({ message: 'Incorrect username or password.' });
      }
    },
  );

  it('lock out even the right password, also by SRP, until the lockout ends', async () => {
    await enlist(pool, 'kirill@example.org');
    for (let attempt = 1; attempt <= 5; attempt++) await fail('kirill@example.org');
    await expect(signInAs('kirill@example.org')).rejects.toThrow('Password attempts exceeded');
    pool.advance(1);
    await signInAs('kirill@example.org');
    // A success resets the count.
    expect(await fail('kirill@example.org')).toMatchObject({ message: 'Incorrect username or password.' });
    await signInAs('kirill@example.org');
  });

  it('are forgotten after a quarter of an hour', async () => {
    await enlist(pool, 'larisa@example.org');
    for (let attempt = 1; attempt <= 4; attempt++) await fail('larisa@example.org');
    pool.advance(15 * 60 + 1);
    await fail('larisa@example.org');
    await signIn(pool, 'larisa@example.org');
  });
});
