import {
  AdminInitiateAuthCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  ListUsersCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  testClientId,
  connectTo,
  testPoolId,
  startPool,
  type PoolFixture,
} from '../../../testing/cognito/pool-fixture.ts';

let pool: PoolFixture;
beforeAll(async () => {
  pool = await startPool();
});
afterAll(() => pool.close());

const post = (operation: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(pool.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      ...headers,
    },
    body,
  });

describe('an operation that AWS signs', () => {
  it.each([
    ['no signature', {}, 'MissingAuthenticationTokenException'],
    ['no readable signature', { authorization: 'Bearer x' }, 'InvalidSignatureException'],
  ])('is refused with %s', async (_what, headers, code) => {
    const response = await post('AdminSetUserPassword', JSON.stringify({ UserPoolId: testPoolId }), headers);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: code });
  });

  it('is refused when signed with a wrong secret', async () => {
    const stranger = connectTo(pool.endpoint, 'guessed');
    await expect(stranger.send(new ListUsersCommand({ UserPoolId: testPoolId }))).rejects.toMatchObject({
      name: 'InvalidSignatureException',
    });
    stranger.destroy();
  });

  it('is refused for another pool', async () => {
    await expect(
      pool.cognito.send(new ListUsersCommand({ UserPoolId: 'eu-central-1_Other' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('describes pool and client as in the template', async () => {
    const { UserPool } = await pool.cognito.send(new DescribeUserPoolCommand({ UserPoolId: testPoolId }));
    expect(UserPool).toMatchObject({ Id: testPoolId, MfaConfiguration: 'OPTIONAL' });
    expect(UserPool?.SchemaAttributes).toContainEqual(
      expect.objectContaining({ Name: 'custom:operator', Mutable: false }),
    );
    const { UserPoolClient } = await pool.cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId: testPoolId, ClientId: testClientId }),
    );
    expect(UserPoolClient).toMatchObject({ ClientId: testClientId, PreventUserExistenceErrors: 'ENABLED' });
  });
});

describe('an unsupported operation', () => {
  it('is refused and logged, with its name', async () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    for (const command of [
      new SignUpCommand({ ClientId: testClientId, Username: 'a@b.cc', Password: 'x' }),
      new AdminInitiateAuthCommand({
        UserPoolId: testPoolId,
        ClientId: testClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      }),
    ]) {
      const name = command.constructor.name.replace('Command', '');
      await expect(pool.cognito.send(command as SignUpCommand)).rejects.toMatchObject({
        name: 'NotImplemented',
        message: `${name} is not implemented by the local Cognito.`,
        $metadata: { httpStatusCode: 501 },
      });
      expect(said).toHaveBeenLastCalledWith(`${name} is not implemented by the local Cognito.`);
    }
    expect((await post('toString', '{}')).status).toBe(501);
    said.mockRestore();
  });
});

describe('an invalid request', () => {
  it.each([
    ['is not JSON', '{', 400, 'SerializationException'],
    ['lacks a value', '{}', 400, 'InvalidParameterException'],
    ['has a value of another type', '{"ClientId":1}', 400, 'InvalidParameterException'],
    ['is not an object', '[]', 400, 'InvalidParameterException'],
    [
      'is too large',
      JSON.stringify({ ClientId: 'x'.repeat(200_000) }),
      413,
      'RequestEntityTooLargeException',
    ],
  ])('is refused when it %s', async (_what, body, status, code) => {
    const response = await post('InitiateAuth', body);
    expect(response.status).toBe(status);
    expect(response.headers.get('x-amzn-errortype')).toBe(`${code}:`);
    expect(await response.json()).toMatchObject({ __type: code });
  });
});

describe('a browser', () => {
  it('may call from any page', async () => {
    const requested = 'x-amz-target,content-type,x-amz-user-agent,cache-control,amz-sdk-request';
    const preflight = await fetch(pool.endpoint, {
      method: 'OPTIONS',
      headers: {
        origin: 'http://localhost:5173',
        'access-control-request-method': 'POST',
        'access-control-request-headers': requested,
      },
    });
    expect(preflight.ok).toBe(true);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    const allowed = preflight.headers.get('access-control-allow-headers')!.split(',');
    expect(allowed).toEqual(expect.arrayContaining(requested.split(',')));
    const refused = await post('GetUser', '{"AccessToken":"x"}');
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect(refused.headers.get('access-control-expose-headers')).toContain('x-amzn-ErrorType');
  });

  it('finds the keys and the discovery document', async () => {
    const found = await fetch(`${pool.endpoint}/${testPoolId}/.well-known/openid-configuration`);
    expect(await found.json()).toMatchObject({ issuer: pool.running.issuer });
    expect((await fetch(`${pool.endpoint}/eu-central-1_Other/.well-known/jwks.json`)).status).toBe(404);
  });
});
