import {
  AdminDisableUserCommand,
  AdminSetUserMFAPreferenceCommand,
  DeleteGroupCommand,
  GetTokensFromRefreshTokenCommand,
  CreateGroupCommand,
  AdminAddUserToGroupCommand,
  AdminUpdateUserAttributesCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addClaims, type HasSecondFactor } from '../../../../functions/tokens/add-claims.ts';
import { membershipOf } from '../../../../shared/auth/membership.ts';
import { CognitoPool, connectCognito } from '../../../../shared/identity/cognito/pool.ts';
import { hasSecondFactor as readSecondFactor } from '../../../../shared/identity/cognito/second-factor.ts';
import {
  testClientId,
  testPoolId,
  type PoolFixture,
  startPool,
} from '../../../../infra/local/testing/cognito/pool-fixture.ts';
import {
  claimsOf,
  enlist,
  enrolTotp,
  signIn,
  type Tokens,
} from '../../../../infra/local/testing/cognito/users.ts';

const ARN = 'arn:aws:lambda:eu-central-1:000000000000:function:tokens';
let pool: PoolFixture;
let hasSecondFactor: HasSecondFactor;

beforeAll(async () => {
  pool = await startPool({
    pool: { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: ARN, LambdaVersion: 'V2_0' } } },
    client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 } },
    invokeTrigger: (_kind, _arn, event) => addClaims(event, hasSecondFactor),
  });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: pool.endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
  const client = connectCognito({ attempts: 2, requestTimeout: 1000 });
  hasSecondFactor = ({ userPoolId, userName }) =>
    readSecondFactor(new CognitoPool(client, userPoolId))(userName);
  for (const GroupName of ['operator-north', 'operator-south', 'technical', 'manager'])
    await pool.cognito.send(new CreateGroupCommand({ UserPoolId: testPoolId, GroupName }));
});
afterAll(() => pool.close());

const enrol = async (email: string, ...groups: readonly string[]) => {
  await enlist(pool, email);
  for (const GroupName of groups)
    await pool.cognito.send(
      new AdminAddUserToGroupCommand({ UserPoolId: testPoolId, Username: email, GroupName }),
    );
};
const refresh = async ({ RefreshToken }: Tokens) => {
  const { AuthenticationResult } = await pool.cognito.send(
    new GetTokensFromRefreshTokenCommand({ ClientId: testClientId, RefreshToken }),
  );
  return AuthenticationResult as Tokens;
};
const secondFactorOf = ({ AccessToken }: Tokens) => claimsOf(AccessToken)['cabinet_mfa'];

describe('the second factor in a token', () => {
  it('is in a claim for the carrier’s users from the next refresh, and so is its removal', async () => {
    await enrol('boris@carrier.example', 'manager');
    const tokens = await signIn(pool, 'boris@carrier.example');
    expect(secondFactorOf(tokens)).toBe('false');
    await enrolTotp(pool, tokens);
    const later = await refresh(tokens);
    expect(secondFactorOf(later)).toBe('true');
    await pool.cognito.send(
      new AdminSetUserMFAPreferenceCommand({
        UserPoolId: testPoolId,
        Username: 'boris@carrier.example',
        SoftwareTokenMfaSettings: { Enabled: false, PreferredMfa: false },
      }),
    );
    expect(secondFactorOf(await refresh(later))).toBe('false');
  });

  it('blocks the sign-in of the carrier’s users but not of operators’ while it cannot be looked up', async () => {
    await enrol('vera@carrier.example', 'manager');
    await enrol('anna@north.example', 'operator-north', 'technical');
    const connected = hasSecondFactor;
    hasSecondFactor = () => Promise.reject(new Error('The user pool does not answer'));
    await expect(signIn(pool, 'vera@carrier.example')).rejects.toMatchObject({
      name: 'UserLambdaValidationException',
    });
    expect(secondFactorOf(await signIn(pool, 'anna@north.example'))).toBe('false');
    hasSecondFactor = connected;
  });
});

describe('a user who was added in the Cognito console', () => {
  const membershipIn = (tokens: Tokens) =>
    membershipOf((claimsOf(tokens.AccessToken)['cognito:groups'] ?? []) as string[]);

  it('has access as soon as they are in the groups of an operator and a role', async () => {
    await enrol('petr@north.example', 'operator-north', 'technical');
    expect(membershipIn(await signIn(pool, 'petr@north.example'))).toEqual({
      side: 'operator',
      operatorId: 'north',
      roles: ['technical'],
    });
  });

  it.each([
    ['noGroup', []],
    ['severalOperators', ['operator-north', 'operator-south', 'technical']],
    ['roleWithoutOperator', ['technical']],
    ['noRole', ['operator-north']],
    ['operatorAndCarrier', ['operator-north', 'manager']],
  ])('is refused with %s for the groups %j', async (code, groups) => {
    const email = `${code.toLowerCase()}@north.example`;
    await enrol(email, ...groups);
    const tokens = await signIn(pool, email);
    expect(() => membershipIn(tokens)).toThrow(expect.objectContaining({ code }));
  });

  it('can sign in with an unverified e-mail', async () => {
    await enrol('olga@north.example', 'operator-north', 'technical');
    await pool.cognito.send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId: testPoolId,
        Username: 'olga@north.example',
        UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
      }),
    );
    expect(membershipIn(await signIn(pool, 'olga@north.example'))).toMatchObject({ operatorId: 'north' });
  });

  it('loses access at the next refresh after being disabled, and cannot sign in', async () => {
    await enrol('ivan@north.example', 'operator-north', 'technical');
    const tokens = await signIn(pool, 'ivan@north.example');
    await pool.cognito.send(
      new AdminDisableUserCommand({ UserPoolId: testPoolId, Username: 'ivan@north.example' }),
    );
    await expect(refresh(tokens)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
    await expect(signIn(pool, 'ivan@north.example')).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
  });

  it('belongs to no operator from the next token on after the group was deleted', async () => {
    await enrol('lev@south.example', 'operator-south', 'technical');
    const tokens = await signIn(pool, 'lev@south.example');
    await pool.cognito.send(new DeleteGroupCommand({ UserPoolId: testPoolId, GroupName: 'operator-south' }));
    const later = await refresh(tokens);
    expect(() => membershipIn(later)).toThrow(expect.objectContaining({ code: 'roleWithoutOperator' }));
  });
});
