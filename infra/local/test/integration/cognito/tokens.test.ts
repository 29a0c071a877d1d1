import {
  AdminAddUserToGroupCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminUserGlobalSignOutCommand,
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  testClientId,
  testPassword,
  testPoolId,
  startPool,
  type PoolFixture,
} from '../../../testing/cognito/pool-fixture.ts';
import { claimsOf, enlist, signIn, type Tokens } from '../../../testing/cognito/users.ts';

const rotating = 'rotating0000000000000001';
const shortGracePeriod = 'impatient000000000000001';
const unrevocable = 'unrevocable0000000000001';
let pool: PoolFixture;

beforeAll(async () => {
  const client = {
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    RefreshTokenValidity: 24,
    AccessTokenValidity: 15,
    TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
    IdTokenValidity: 30,
  };
  pool = await startPool({
    groups: [
      { name: 'support', precedence: 20 },
      { name: 'operator-alpha', precedence: 10 },
      { name: 'unranked' },
    ],
    otherClients: {
      [rotating]: { ...client, RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 } },
      [shortGracePeriod]: {
        ...client,
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      },
      [unrevocable]: { ...client, EnableTokenRevocation: false },
    },
  });
});
afterAll(() => pool.close());

const refresh = async (RefreshToken: string, ClientId = rotating): Promise<Tokens> =>
  (await pool.cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken })))
    .AuthenticationResult as Tokens;
const refreshByInitiateAuth = async (token: string, ClientId = testClientId): Promise<Tokens> =>
  (
    await pool.cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: token },
      }),
    )
  ).AuthenticationResult as Tokens;
const getUser = (AccessToken: string) => pool.cognito.send(new GetUserCommand({ AccessToken }));
const revoke = (Token: string, ClientId = testClientId) =>
  pool.cognito.send(new RevokeTokenCommand({ ClientId, Token }));

describe('tokens', () => {
  it('are accepted by aws-jwt-verify as those of the real pool', async () => {
    const sub = await enlist(pool, 'anna@example.org');
    for (const GroupName of ['unranked', 'support', 'operator-alpha'])
      await pool.cognito.send(
        new AdminAddUserToGroupCommand({ UserPoolId: testPoolId, Username: 'anna@example.org', GroupName }),
      );
    const tokens = await signIn(pool, 'anna@example.org');
    const jwks = await (await fetch(`${pool.endpoint}/${testPoolId}/.well-known/jwks.json`)).json();
    expect(jwks).toEqual({ keys: pool.running.jwks() });
    const graceSeconds = (Date.now() - pool.now().getTime()) / 1000;
    const verify = (token: string, tokenUse: 'access' | 'id') => {
      const verifier = CognitoJwtVerifier.create({
        userPoolId: testPoolId,
        clientId: testClientId,
        tokenUse,
      });
      verifier.cacheJwks(jwks as Parameters<typeof verifier.cacheJwks>[0]);
      return verifier.verify(token, { graceSeconds: Math.abs(graceSeconds) + 60 });
    };
    const groups = ['operator-alpha', 'support', 'unranked'];
    expect(await verify(tokens.AccessToken, 'access')).toMatchObject({
      iss: `https://cognito-idp.eu-central-1.amazonaws.com/${testPoolId}`,
      sub,
      username: sub,
      scope: 'aws.cognito.signin.user.admin',
      'cognito:groups': groups,
    });
    expect(await verify(tokens.IdToken, 'id')).toMatchObject({
      sub,
      'cognito:username': sub,
      'cognito:groups': groups,
      email: 'anna@example.org',
      email_verified: true,
    });
    await expect(verify(`${tokens.AccessToken.slice(0, -6)}AAAAAA`, 'access')).rejects.toThrow();
    expect(pool.running.issuer).toBe(claimsOf(tokens.IdToken)['iss']);
  });

  it('have the lifetimes of the client', async () => {
    await enlist(pool, 'boris@example.org');
    const tokens = await signIn(pool, 'boris@example.org', testPassword, rotating);
    const access = claimsOf(tokens.AccessToken);
    const id = claimsOf(tokens.IdToken);
    expect(Number(access['exp']) - Number(access['iat'])).toBe(15 * 60);
    expect(Number(id['exp']) - Number(id['iat'])).toBe(30 * 60);
    await getUser(tokens.AccessToken);
    pool.advance(15 * 60);
    await expect(getUser(tokens.AccessToken)).rejects.toThrow('Access Token has expired');
  });

  it('are refused when forged, or of the wrong kind', async () => {
    await enlist(pool, 'clara@example.org');
    const { AccessToken, IdToken } = await signIn(pool, 'clara@example.org');
    const [header = '', payload = ''] = AccessToken.split('.');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    for (const forged of [
      `${header}.${payload}.AAAA`,
      `${unsigned}.${payload}.`,
      IdToken,
      'x',
      `${AccessToken}.x`,
    ])
      await expect(getUser(forged)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });
});

describe('a refresh token', () => {
  it('returns new tokens by either operation, and stays valid if the client does not rotate', async () => {
    await enlist(pool, 'dina@example.org');
    const tokens = await signIn(pool, 'dina@example.org');
    pool.advance(60);
    const first = await refreshByInitiateAuth(tokens.RefreshToken);
    const second = await refresh(tokens.RefreshToken, testClientId);
    for (const refreshed of [first, second]) {
      expect(refreshed.RefreshToken).toBeUndefined();
      expect(claimsOf(refreshed.AccessToken)).toMatchObject({
        auth_time: claimsOf(tokens.AccessToken)['auth_time'],
        origin_jti: claimsOf(tokens.AccessToken)['origin_jti'],
      });
      expect(claimsOf(refreshed.AccessToken)['jti']).not.toBe(claimsOf(tokens.AccessToken)['jti']);
    }
  });

  it('returns tokens with groups that were added since', async () => {
    await enlist(pool, 'elena@example.org');
    const tokens = await signIn(pool, 'elena@example.org');
    expect(claimsOf(tokens.AccessToken)['cognito:groups']).toBeUndefined();
    await pool.cognito.send(
      new AdminAddUserToGroupCommand({
        UserPoolId: testPoolId,
        Username: 'elena@example.org',
        GroupName: 'support',
      }),
    );
    const refreshed = await refreshByInitiateAuth(tokens.RefreshToken);
    expect(claimsOf(refreshed.AccessToken)['cognito:groups']).toEqual(['support']);
  });

  it('belongs to its client', async () => {
    await enlist(pool, 'fedor@example.org');
    const tokens = await signIn(pool, 'fedor@example.org');
    await expect(refresh(tokens.RefreshToken, rotating)).rejects.toThrow('Invalid Refresh Token');
    await expect(revoke(tokens.RefreshToken, rotating)).rejects.toMatchObject({
      name: 'UnauthorizedException',
    });
    await refresh(tokens.RefreshToken, testClientId);
  });

  it('expires', async () => {
    await enlist(pool, 'galina@example.org');
    const tokens = await signIn(pool, 'galina@example.org');
    pool.advance(30 * 86_400);
    await expect(refreshByInitiateAuth(tokens.RefreshToken)).rejects.toThrow('Refresh Token has expired');
  });
});

describe('rotation', () => {
  it('returns the next token and invalidates the old one after the grace period', async () => {
    await enlist(pool, 'anna.r@example.org');
    const first = await signIn(pool, 'anna.r@example.org', testPassword, rotating);
    const second = await refresh(first.RefreshToken);
    expect(second.RefreshToken).not.toBe(first.RefreshToken);

    // A retry within the grace period is served, and does not extend it.
    pool.advance(9);
    const retried = await refresh(first.RefreshToken);
    expect(retried.RefreshToken).not.toBe(second.RefreshToken);
    pool.advance(1);
    await expect(refresh(first.RefreshToken)).rejects.toMatchObject({ name: 'RefreshTokenReuseException' });
    await refresh(second.RefreshToken);
    await refresh(retried.RefreshToken);
  });

  it('keeps the expiry of the first token', async () => {
    await enlist(pool, 'boris.r@example.org');
    let tokens = await signIn(pool, 'boris.r@example.org', testPassword, rotating);
    for (let hour = 1; hour <= 23; hour++) {
      pool.advance(3600);
      tokens = await refresh(tokens.RefreshToken);
    }
    pool.advance(3600);
    await expect(refresh(tokens.RefreshToken)).rejects.toThrow('Refresh Token has expired');
  });

  it('without a grace period accepts one of several concurrent requests', async () => {
    await enlist(pool, 'clara.r@example.org');
    const { RefreshToken } = await signIn(pool, 'clara.r@example.org', testPassword, shortGracePeriod);
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => refresh(RefreshToken, shortGracePeriod)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('cannot be bypassed with InitiateAuth, whatever flows the client allows', async () => {
    await enlist(pool, 'dina.r@example.org');
    const { RefreshToken } = await signIn(pool, 'dina.r@example.org', testPassword, shortGracePeriod);
    await expect(refreshByInitiateAuth(RefreshToken, shortGracePeriod)).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await refresh(RefreshToken, shortGracePeriod);
  });

  it('does not prevent a revocation: any token of the chain revokes all of it', async () => {
    await enlist(pool, 'elena.r@example.org');
    const first = await signIn(pool, 'elena.r@example.org', testPassword, rotating);
    const second = await refresh(first.RefreshToken);
    await revoke(first.RefreshToken, rotating);
    await expect(refresh(second.RefreshToken)).rejects.toThrow('Refresh Token has been revoked');
    await expect(getUser(second.AccessToken)).rejects.toThrow('Access Token has been revoked');
  });
});

describe('the end of a sign-in', () => {
  it('is caused by RevokeToken for that sign-in only', async () => {
    await enlist(pool, 'anna.e@example.org');
    const here = await signIn(pool, 'anna.e@example.org');
    const there = await signIn(pool, 'anna.e@example.org');
    await revoke(here.RefreshToken);
    await revoke('unknown');
    await expect(refreshByInitiateAuth(here.RefreshToken)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
    await expect(getUser(here.AccessToken)).rejects.toThrow('Access Token has been revoked');
    await getUser(there.AccessToken);
    await expect(revoke(there.AccessToken)).rejects.toMatchObject({ name: 'UnsupportedTokenTypeException' });
  });

  it('is not possible with RevokeToken if the client has disabled it', async () => {
    await enlist(pool, 'boris.e@example.org');
    const { RefreshToken } = await signIn(pool, 'boris.e@example.org', testPassword, unrevocable);
    await expect(revoke(RefreshToken, unrevocable)).rejects.toMatchObject({
      name: 'UnsupportedOperationException',
    });
  });

  it.each(['GlobalSignOut', 'AdminUserGlobalSignOut', 'AdminDisableUser', 'AdminDeleteUser'] as const)(
    'is caused by %s for all of a user’s sign-ins only',
    async (operation) => {
      const email = `${operation.toLowerCase()}@example.org`;
      const user = { UserPoolId: testPoolId, Username: email };
      await enlist(pool, email);
      await enlist(pool, `bystander-${email}`);
      const [here, there] = [await signIn(pool, email), await signIn(pool, email)];
      const bystander = await signIn(pool, `bystander-${email}`);
      const end = {
        GlobalSignOut: () => pool.cognito.send(new GlobalSignOutCommand({ AccessToken: here.AccessToken })),
        AdminUserGlobalSignOut: () => pool.cognito.send(new AdminUserGlobalSignOutCommand(user)),
        AdminDisableUser: () => pool.cognito.send(new AdminDisableUserCommand(user)),
        AdminDeleteUser: () => pool.cognito.send(new AdminDeleteUserCommand(user)),
      };
      await end[operation]();
      for (const tokens of [here, there]) {
        await expect(getUser(tokens.AccessToken)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
        await expect(refreshByInitiateAuth(tokens.RefreshToken)).rejects.toMatchObject({
          name: 'NotAuthorizedException',
        });
      }
      await getUser(bystander.AccessToken);
    },
  );
});
