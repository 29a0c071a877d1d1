import {
  AdminDisableUserCommand,
  AdminResetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  testClientId,
  testPassword,
  testPoolId,
  startPool,
  type PoolFixture,
} from '../../../testing/cognito/pool-fixture.ts';
import { enlist, invite, signIn, tryPassword } from '../../../testing/cognito/users.ts';

const legacy = 'legacy000000000000000001';
const newPassword = 'Another-Horse-2!';
let pool: PoolFixture;

beforeAll(async () => {
  pool = await startPool({
    otherClients: { [legacy]: {} },
    pool: {
      VerificationMessageTemplate: { EmailMessage: 'Код: {####}' },
      Policies: { PasswordPolicy: { MinimumLength: 12, PasswordHistorySize: 3 } },
    },
  });
});
afterAll(() => pool.close());

const forget = (Username: string, ClientId = testClientId) =>
  pool.cognito.send(new ForgotPasswordCommand({ ClientId, Username }));
const confirm = (
  Username: string,
  ConfirmationCode: string,
  Password = newPassword,
  ClientId = testClientId,
) => pool.cognito.send(new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password }));
const lastCode = (): string => /^Код: (\d{6})$/.exec(pool.messages.at(-1)!.body)![1]!;
const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000');

describe('a forgotten password', () => {
  it('is replaced with the code that was sent, once', async () => {
    await enlist(pool, 'anna@example.org');
    expect(await forget('Anna@example.org')).toMatchObject({
      CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    });
    expect(pool.messages.at(-1)).toMatchObject({ destination: 'anna@example.org', kind: 'passwordReset' });
    const code = lastCode();
    await expect(confirm('anna@example.org', otherThan(code))).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
    // A password that violates the policy does not use up the code.
    await expect(confirm('anna@example.org', code, 'short')).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
    await confirm('anna@example.org', code);
    await signIn(pool, 'anna@example.org', newPassword);
    await expect(tryPassword(pool, 'anna@example.org', testPassword)).rejects.toThrow();
    await expect(confirm('anna@example.org', code)).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  it('cannot be reset by guessing: five wrong codes invalidate the code', async () => {
    await enlist(pool, 'boris@example.org');
    await forget('boris@example.org');
    const code = lastCode();
    for (let attempt = 1; attempt <= 5; attempt++)
      await expect(confirm('boris@example.org', otherThan(code))).rejects.toMatchObject({
        name: 'CodeMismatchException',
      });
    await expect(confirm('boris@example.org', code)).rejects.toMatchObject({
      name: 'LimitExceededException',
    });
  });

  it('has one code, valid for an hour', async () => {
    await enlist(pool, 'clara@example.org');
    await forget('clara@example.org');
    const first = lastCode();
    await forget('clara@example.org');
    if (first !== lastCode()) await expect(confirm('clara@example.org', first)).rejects.toThrow();
    pool.advance(3601);
    await expect(confirm('clara@example.org', lastCode())).rejects.toMatchObject({
      name: 'ExpiredCodeException',
    });
  });

  it('does not reveal whether a user exists, is disabled, or cannot be reached', async () => {
    await enlist(pool, 'disabled@example.org');
    await pool.cognito.send(
      new AdminDisableUserCommand({ UserPoolId: testPoolId, Username: 'disabled@example.org' }),
    );
    await enlist(pool, 'unverified@example.org', { email_verified: 'false' });
    const sent = pool.messages.length;
    for (const [email, destination] of [
      ['ghost@example.org', 'g***@e***'],
      ['disabled@example.org', 'd***@e***'],
      ['unverified@example.org', 'u***@e***'],
    ] as const)
      expect((await forget(email)).CodeDeliveryDetails?.Destination).toBe(destination);
    expect(pool.messages).toHaveLength(sent);
    for (const email of ['ghost@example.org', 'disabled@example.org'])
      await expect(confirm(email, '123456')).rejects.toMatchObject({ name: 'CodeMismatchException' });
  });

  it('has specific errors for a client that reveals whether a user exists', async () => {
    await expect(forget('ghost@example.org', legacy)).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    await expect(confirm('ghost@example.org', '123456', newPassword, legacy)).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
    await expect(forget('disabled@example.org', legacy)).rejects.toThrow('User is disabled.');
    await expect(forget('unverified@example.org', legacy)).rejects.toThrow('no registered/verified email');
  });

  it('cannot be reset before it was chosen', async () => {
    await invite(pool, 'dina@example.org');
    await expect(forget('dina@example.org')).rejects.toThrow(
      'User password cannot be reset in the current state.',
    );
  });
});

describe('a password that an administrator resets', () => {
  it('is invalid, and can be replaced with a code', async () => {
    await enlist(pool, 'elena@example.org');
    await pool.cognito.send(
      new AdminResetUserPasswordCommand({ UserPoolId: testPoolId, Username: 'elena@example.org' }),
    );
    await expect(tryPassword(pool, 'elena@example.org')).rejects.toMatchObject({
      name: 'PasswordResetRequiredException',
    });
    await confirm('elena@example.org', lastCode());
    await signIn(pool, 'elena@example.org', newPassword);
  });

  it('stays valid if no code can reach the user', async () => {
    await enlist(pool, 'fedor@example.org');
    await pool.cognito.send(
      new AdminUpdateUserAttributesCommand({
        UserPoolId: testPoolId,
        Username: 'fedor@example.org',
        UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
      }),
    );
    await expect(
      pool.cognito.send(
        new AdminResetUserPasswordCommand({ UserPoolId: testPoolId, Username: 'fedor@example.org' }),
      ),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await signIn(pool, 'fedor@example.org');
  });
});

describe('changing one’s own password', () => {
  const change = (AccessToken: string, PreviousPassword: string, ProposedPassword: string) =>
    pool.cognito.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword }));

  it('requires the old one, and refuses one of the last three', async () => {
    await enlist(pool, 'galina@example.org');
    const { AccessToken } = await signIn(pool, 'galina@example.org');
    const choices = [testPassword, 'Second-Horse-2!', 'Third-Horse-3!', 'Fourth-Horse-4!'] as const;
    await expect(change(AccessToken, 'Wrong-Horse-0!', choices[1])).rejects.toThrow(
      'Incorrect username or password.',
    );
    await change(AccessToken, choices[0], choices[1]);
    await change(AccessToken, choices[1], choices[2]);
    for (const used of choices.slice(0, 3))
      await expect(change(AccessToken, choices[2], used)).rejects.toMatchObject({
        name: 'PasswordHistoryPolicyViolationException',
      });
    await change(AccessToken, choices[2], choices[3]);
    await change(AccessToken, choices[3], choices[0]);
    await signIn(pool, 'galina@example.org', choices[0]);
  });

  it('locks after five wrong guesses, like a sign-in', async () => {
    await enlist(pool, 'harald@example.org');
    const { AccessToken } = await signIn(pool, 'harald@example.org');
    for (let attempt = 1; attempt <= 5; attempt++)
      await expect(change(AccessToken, 'Wrong-Horse-0!', newPassword)).rejects.toThrow('Incorrect');
    await expect(change(AccessToken, testPassword, newPassword)).rejects.toThrow(
      'Password attempts exceeded',
    );
  });
});
