import {
  AdminGetUserCommand,
  AdminSetUserMFAPreferenceCommand,
  AssociateSoftwareTokenCommand,
  GetUserCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInWithSrp } from '../../../cognito/sign-in.ts';
import { computeTotpCode } from '../../../cognito/totp.ts';
import {
  testClientId,
  testPassword,
  testPoolId,
  startPool,
  type PoolFixture,
} from '../../../testing/cognito/pool-fixture.ts';
import {
  answer,
  claimsOf,
  enlist,
  enrolTotp,
  invite,
  signIn,
  tryPassword,
} from '../../../testing/cognito/users.ts';

describe('a user’s second factor', () => {
  let pool: PoolFixture;
  beforeAll(async () => {
    pool = await startPool();
  });
  afterAll(() => pool.close());

  const answerCode = (session: string | undefined, username: string, code: string) =>
    answer(pool, 'SOFTWARE_TOKEN_MFA', session, username, { SOFTWARE_TOKEN_MFA_CODE: code });

  it('is required once it is set up, and accepts each code once', async () => {
    await enlist(pool, 'anna@example.org');
    const secret = await enrolTotp(pool, await signIn(pool, 'anna@example.org'));
    const first = await tryPassword(pool, 'anna@example.org');
    expect(first.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    expect(first.AuthenticationResult).toBeUndefined();

    // The code that set the authenticator up is used.
    const code = computeTotpCode(secret, pool.now());
    await expect(answerCode(first.Session, 'anna@example.org', code)).rejects.toMatchObject({
      name: 'ExpiredCodeException',
      message: 'Your software token has already been used once.',
    });
    await expect(answerCode(first.Session, 'anna@example.org', '000000')).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });

    pool.advance(30);
    const next = computeTotpCode(secret, pool.now());
    const done = await answerCode(first.Session, 'anna@example.org', next);
    expect(done.AuthenticationResult?.RefreshToken).toBeDefined();
    const second = await tryPassword(pool, 'anna@example.org');
    await expect(answerCode(second.Session, 'anna@example.org', next)).rejects.toMatchObject({
      name: 'ExpiredCodeException',
    });
  });

  it('cannot be passed without the password, nor with another user’s session', async () => {
    await enlist(pool, 'boris@example.org');
    const secret = await enrolTotp(pool, await signIn(pool, 'boris@example.org'));
    await enlist(pool, 'mallory@example.org');
    await enrolTotp(pool, await signIn(pool, 'mallory@example.org'));
    pool.advance(60);
    const { Session } = await tryPassword(pool, 'mallory@example.org');
    const code = computeTotpCode(secret, pool.now());
    for (const session of ['B'.repeat(40), Session])
      await expect(answerCode(session, 'boris@example.org', code)).rejects.toMatchObject({
        name: 'NotAuthorizedException',
      });
  });

  it('ends the session, and locks, after five wrong codes', async () => {
    await enlist(pool, 'clara@example.org');
    const secret = await enrolTotp(pool, await signIn(pool, 'clara@example.org'));
    pool.advance(60);
    const { Session } = await tryPassword(pool, 'clara@example.org');
    for (let attempt = 1; attempt <= 5; attempt++)
      await expect(answerCode(Session, 'clara@example.org', '000000')).rejects.toMatchObject({
        name: 'CodeMismatchException',
      });
    const code = computeTotpCode(secret, pool.now());
    await expect(answerCode(Session, 'clara@example.org', code)).rejects.toThrow('session is expired');
    const again = await tryPassword(pool, 'clara@example.org');
    await expect(answerCode(again.Session, 'clara@example.org', code)).rejects.toThrow('attempts exceeded');
    pool.advance(1);
    expect((await answerCode(again.Session, 'clara@example.org', code)).AuthenticationResult).toBeDefined();
  });

  it('is reported by GetUser and AdminGetUser, and can be disabled', async () => {
    await enlist(pool, 'dina@example.org');
    const tokens = await signIn(pool, 'dina@example.org');
    await enrolTotp(pool, tokens);
    const { AccessToken } = tokens;
    expect(await pool.cognito.send(new GetUserCommand({ AccessToken }))).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    });
    await pool.cognito.send(
      new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: false } }),
    );
    const described = await pool.cognito.send(
      new AdminGetUserCommand({ UserPoolId: testPoolId, Username: 'dina@example.org' }),
    );
    expect(described.UserMFASettingList).toEqual([]);
    await signIn(pool, 'dina@example.org');
    await pool.cognito.send(
      new AdminSetUserMFAPreferenceCommand({
        UserPoolId: testPoolId,
        Username: 'dina@example.org',
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      }),
    );
    expect((await tryPassword(pool, 'dina@example.org')).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });

  it('cannot be switched on before a code was verified, nor verified with a wrong one', async () => {
    await enlist(pool, 'elena@example.org');
    const { AccessToken } = await signIn(pool, 'elena@example.org');
    const prefer = () =>
      pool.cognito.send(
        new SetUserMFAPreferenceCommand({ AccessToken, SoftwareTokenMfaSettings: { Enabled: true } }),
      );
    await pool.cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
    await expect(
      pool.cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: '000000' })),
    ).rejects.toMatchObject({ name: 'EnableSoftwareTokenMFAException' });
    await expect(prefer()).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('stays the old one until the new one is verified', async () => {
    await enlist(pool, 'fedor@example.org');
    const tokens = await signIn(pool, 'fedor@example.org');
    const secret = await enrolTotp(pool, tokens);
    await pool.cognito.send(new AssociateSoftwareTokenCommand({ AccessToken: tokens.AccessToken }));
    pool.advance(60);
    const { Session } = await tryPassword(pool, 'fedor@example.org');
    await answerCode(Session, 'fedor@example.org', computeTotpCode(secret, pool.now()));
  });

  it('is supported by our own client', async () => {
    await enlist(pool, 'galina@example.org');
    const secret = await enrolTotp(pool, await signIn(pool, 'galina@example.org'));
    pool.advance(60);
    const request = { endpoint: pool.endpoint, poolId: testPoolId, clientId: testClientId };
    const user = { ...request, username: 'galina@example.org', password: testPassword };
    await expect(signInWithSrp(user)).rejects.toThrow('SOFTWARE_TOKEN_MFA');
    const tokens = await signInWithSrp({ ...user, totpCode: () => computeTotpCode(secret, pool.now()) });
    expect(claimsOf(tokens.idToken)['email']).toBe('galina@example.org');
  });
});

describe('a pool that requires a second factor', () => {
  let pool: PoolFixture;
  beforeAll(async () => {
    pool = await startPool({ pool: { MfaConfiguration: 'ON' } });
  });
  afterAll(() => pool.close());

  it('has it set up before the first tokens, right after the new password', async () => {
    await invite(pool, 'anna@example.org');
    const first = await tryPassword(pool, 'anna@example.org', 'Temporary-123!');
    const second = await answer(pool, 'NEW_PASSWORD_REQUIRED', first.Session, 'anna@example.org', {
      NEW_PASSWORD: testPassword,
    });
    expect(second.ChallengeName).toBe('MFA_SETUP');
    expect(second.ChallengeParameters?.['MFAS_CAN_SETUP']).toBe('["SOFTWARE_TOKEN_MFA"]');
    expect(second.AuthenticationResult).toBeUndefined();

    const { SecretCode, Session } = await pool.cognito.send(
      new AssociateSoftwareTokenCommand({ Session: second.Session }),
    );
    // It cannot be skipped without a verified code.
    await expect(answer(pool, 'MFA_SETUP', Session, 'anna@example.org')).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(
      pool.cognito.send(new VerifySoftwareTokenCommand({ Session, UserCode: '000000' })),
    ).rejects.toMatchObject({ name: 'EnableSoftwareTokenMFAException' });
    const verified = await pool.cognito.send(
      new VerifySoftwareTokenCommand({ Session, UserCode: computeTotpCode(SecretCode!, pool.now()) }),
    );
    expect(verified.Status).toBe('SUCCESS');
    const done = await answer(pool, 'MFA_SETUP', verified.Session, 'anna@example.org');
    expect(done.AuthenticationResult?.AccessToken).toBeDefined();

    expect((await tryPassword(pool, 'anna@example.org')).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });

  it('does not let a session of the set-up be used twice', async () => {
    await enlist(pool, 'boris@example.org');
    const { Session } = await tryPassword(pool, 'boris@example.org');
    await pool.cognito.send(new AssociateSoftwareTokenCommand({ Session }));
    await expect(pool.cognito.send(new AssociateSoftwareTokenCommand({ Session }))).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });

  it('requires it even if the user has disabled it', async () => {
    await enlist(pool, 'clara@example.org');
    const { Session } = await tryPassword(pool, 'clara@example.org');
    const started = await pool.cognito.send(new AssociateSoftwareTokenCommand({ Session }));
    await pool.cognito.send(
      new VerifySoftwareTokenCommand({
        Session: started.Session,
        UserCode: computeTotpCode(started.SecretCode!, pool.now()),
      }),
    );
    await pool.cognito.send(
      new AdminSetUserMFAPreferenceCommand({
        UserPoolId: testPoolId,
        Username: 'clara@example.org',
        SoftwareTokenMfaSettings: { Enabled: false },
      }),
    );
    expect((await tryPassword(pool, 'clara@example.org')).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });
});

describe('a pool without a second factor', () => {
  it('refuses to set one up', async () => {
    const pool = await startPool({ pool: { MfaConfiguration: 'OFF', EnabledMfas: [] } });
    await enlist(pool, 'anna@example.org');
    const { AccessToken } = await signIn(pool, 'anna@example.org');
    await expect(pool.cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }))).rejects.toMatchObject(
      { name: 'SoftwareTokenMFANotFoundException' },
    );
    await pool.close();
  });
});
