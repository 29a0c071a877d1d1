import {
  AdminGetUserCommand,
  GetTokensFromRefreshTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  testClientId,
  testPassword,
  testPoolId,
  startPool,
  testTemporaryPassword,
  type PoolFixture,
} from '../../../testing/cognito/pool-fixture.ts';
import { answer, claimsOf, enlist, invite, signIn, tryPassword } from '../../../testing/cognito/users.ts';

const triggerArn = 'arn:aws:lambda:eu-central-1:000000000000:function:claims';
const rotating = 'rotating0000000000000001';
const events: Record<string, unknown>[] = [];
let respond: (event: Record<string, unknown>) => unknown;
let pool: PoolFixture;

beforeAll(async () => {
  pool = await startPool({
    pool: { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: triggerArn, LambdaVersion: 'V2_0' } } },
    otherClients: {
      [rotating]: {
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
        RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      },
    },
    invokeTrigger: (kind, functionArn, event) => {
      expect([kind, functionArn]).toEqual(['preTokenGeneration', triggerArn]);
      events.push(event as Record<string, unknown>);
      return Promise.resolve(respond(event as Record<string, unknown>));
    },
  });
});
afterAll(() => pool.close());
beforeEach(() => {
  events.length = 0;
  respond = (event) => event;
});

const override = (details: object) => (event: Record<string, unknown>) => ({
  ...event,
  response: { claimsAndScopeOverrideDetails: details },
});

describe('the pre-token-generation trigger', () => {
  it('receives the user and the reason, and leaves the claims unchanged if it adds none', async () => {
    const sub = await invite(pool, 'anna@example.org');
    const { Session } = await tryPassword(pool, 'anna@example.org', testTemporaryPassword);
    const { AuthenticationResult } = await answer(
      pool,
      'NEW_PASSWORD_REQUIRED',
      Session,
      'anna@example.org',
      {
        NEW_PASSWORD: testPassword,
      },
    );
    await signIn(pool, 'anna@example.org');
    await pool.cognito.send(
      new GetTokensFromRefreshTokenCommand({
        ClientId: testClientId,
        RefreshToken: AuthenticationResult!.RefreshToken,
        ClientMetadata: { page: 'orders' },
      }),
    );
    expect(events.map(({ triggerSource }) => triggerSource)).toEqual([
      'TokenGeneration_NewPasswordChallenge',
      'TokenGeneration_Authentication',
      'TokenGeneration_RefreshTokens',
    ]);
    expect(events[0]).toMatchObject({
      version: '2',
      region: 'eu-central-1',
      userPoolId: testPoolId,
      userName: sub,
      callerContext: { clientId: testClientId },
      request: {
        userAttributes: { sub, email: 'anna@example.org', 'cognito:user_status': 'CONFIRMED' },
        groupConfiguration: { groupsToOverride: [] },
        scopes: ['aws.cognito.signin.user.admin'],
      },
      response: { claimsAndScopeOverrideDetails: null },
    });
    expect(events[2]).toMatchObject({ request: { clientMetadata: { page: 'orders' } } });
    expect(claimsOf(AuthenticationResult!.AccessToken!)['sub']).toBe(sub);
  });

  it('adds, overrides and suppresses claims, scopes and groups, separately for each token', async () => {
    await enlist(pool, 'boris@example.org');
    respond = override({
      idTokenGeneration: { claimsToAddOrOverride: { title: 'Инженер' }, claimsToSuppress: ['email'] },
      accessTokenGeneration: {
        claimsToAddOrOverride: { mfa: true, operators: ['alpha', 'bravo'] },
        scopesToAdd: ['app/orders', 'aws.cognito.signin.other'],
      },
      groupOverrideDetails: { groupsToOverride: ['operator-alpha'] },
    });
    const tokens = await signIn(pool, 'boris@example.org');
    const access = claimsOf(tokens.AccessToken);
    const id = claimsOf(tokens.IdToken);
    expect(access).toMatchObject({
      mfa: true,
      operators: ['alpha', 'bravo'],
      scope: 'aws.cognito.signin.user.admin app/orders',
      'cognito:groups': ['operator-alpha'],
    });
    expect(id).toMatchObject({ title: 'Инженер', 'cognito:groups': ['operator-alpha'] });
    expect(id).not.toHaveProperty('email');
    expect(id).not.toHaveProperty('mfa');
    expect(access).not.toHaveProperty('title');
  });

  it('cannot change the user and the lifetime of a token', async () => {
    const sub = await enlist(pool, 'clara@example.org');
    const claims = { sub: 'root', exp: 9_999_999_999, iss: 'https://evil', token_use: 'id', scope: 'all' };
    const change = { claimsToAddOrOverride: claims, claimsToSuppress: ['client_id', 'origin_jti'] };
    respond = override({ accessTokenGeneration: change, idTokenGeneration: change });
    const access = claimsOf((await signIn(pool, 'clara@example.org')).AccessToken);
    expect(access).toMatchObject({
      sub,
      iss: pool.running.issuer,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      client_id: testClientId,
    });
    expect(Number(access['exp']) - Number(access['iat'])).toBe(3600);
    expect(access).toHaveProperty('origin_jti');
  });

  it('can call the pool itself during the sign-in', async () => {
    await enlist(pool, 'dina@example.org');
    let status: string | undefined;
    respond = async (event) => {
      const Username = String(event['userName']);
      status = (await pool.cognito.send(new AdminGetUserCommand({ UserPoolId: testPoolId, Username })))
        .UserStatus;
      return event;
    };
    await signIn(pool, 'dina@example.org');
    expect(status).toBe('CONFIRMED');
  });

  it('accepts a refresh token once, however long it runs', async () => {
    await enlist(pool, 'fedor@example.org');
    const { RefreshToken } = await signIn(pool, 'fedor@example.org', testPassword, rotating);
    const waiting: (() => void)[] = [];
    respond = (event) =>
      new Promise((resolve) => {
        waiting.push(() => {
          resolve(event);
        });
      });
    const results = Promise.allSettled(
      [1, 2].map(() =>
        pool.cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId: rotating, RefreshToken })),
      ),
    );
    await vi.waitUntil(() => waiting.length === 2);
    for (const finish of waiting) finish();
    expect(
      (await results).map((result) => (result.status === 'rejected' ? (result.reason as Error) : 'tokens')),
    ).toEqual(
      expect.arrayContaining([
        'tokens',
        expect.objectContaining({ name: 'RefreshTokenReuseException' }),
      ]) as unknown,
    );
  });

  it('refuses every sign-in if it fails or has an invalid response', async () => {
    await enlist(pool, 'elena@example.org');
    respond = () => Promise.reject(new Error('table missing'));
    await expect(tryPassword(pool, 'elena@example.org')).rejects.toMatchObject({
      name: 'UserLambdaValidationException',
      message: 'PreTokenGeneration failed with error table missing.',
    });
    for (const nonsense of [undefined, {}, { response: { claimsAndScopeOverrideDetails: 'none' } }]) {
      respond = () => nonsense;
      await expect(tryPassword(pool, 'elena@example.org')).rejects.toMatchObject({
        name: 'InvalidLambdaResponseException',
      });
    }
  });
});
