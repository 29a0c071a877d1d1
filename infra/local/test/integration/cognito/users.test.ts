import {
  AdminCreateUserCommand,
  AdminEnableUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  GetUserCommand,
  ListUsersCommand,
  UpdateUserAttributesCommand,
  type AdminCreateUserCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  testPassword,
  testPoolId,
  startPool,
  testTemporaryPassword,
  type PoolFixture,
} from '../../../testing/cognito/pool-fixture.ts';
import { answer, claimsOf, enlist, invite, signIn, tryPassword } from '../../../testing/cognito/users.ts';

const narrow = 'narrow000000000000000001';
let pool: PoolFixture;

beforeAll(async () => {
  pool = await startPool({
    pool: {
      AdminCreateUserConfig: {
        InviteMessageTemplate: { EmailMessage: 'Логин {username}, пароль {####}' },
      },
    },
    otherClients: {
      [narrow]: {
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
        ReadAttributes: ['email'],
        WriteAttributes: ['nickname'],
      },
    },
  });
});
afterAll(() => pool.close());

const create = (Username: string, rest: Partial<AdminCreateUserCommandInput> = {}) =>
  pool.cognito.send(new AdminCreateUserCommand({ UserPoolId: testPoolId, Username, ...rest }));
const read = (Username: string) =>
  pool.cognito.send(new AdminGetUserCommand({ UserPoolId: testPoolId, Username }));
const update = (Username: string, Name: string, Value: string) =>
  pool.cognito.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: testPoolId,
      Username,
      UserAttributes: [{ Name, Value }],
    }),
  );

describe('a new user', () => {
  it('gets an invitation with a password that works', async () => {
    const { User } = await create('anna@example.org');
    expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true });
    expect(User?.UserCreateDate).toEqual(pool.now());
    const message = pool.messages.at(-1)!;
    expect(message).toMatchObject({ destination: 'anna@example.org', kind: 'invitation' });
    const [, login, password] = /^Логин (\S+), пароль (\S+)$/.exec(message.body)!;
    expect(login).toBe('anna@example.org');
    expect((await tryPassword(pool, login!, password)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });

  it('can be invited again with another password before the first sign-in', async () => {
    await create('boris@example.org');
    const [first, again] = [
      pool.messages.at(-1)!.body,
      (await create('boris@example.org', { MessageAction: 'RESEND' }), pool.messages.at(-1)!.body),
    ];
    expect(again).not.toBe(first);
    await enlist(pool, 'settled@example.org');
    await expect(create('settled@example.org', { MessageAction: 'RESEND' })).rejects.toMatchObject({
      name: 'UnsupportedUserStateException',
    });
    await expect(create('nobody@example.org', { MessageAction: 'RESEND' })).rejects.toMatchObject({
      name: 'UserNotFoundException',
    });
  });

  it('is refused if the e-mail is taken, in any letter case, or invalid', async () => {
    await invite(pool, 'clara@example.org');
    await expect(create('CLARA@example.org')).rejects.toMatchObject({ name: 'UsernameExistsException' });
    await expect(create('clara')).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(
      create('dina@example.org', { UserAttributes: [{ Name: 'email', Value: 'other@example.org' }] }),
    ).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('is found by sub as well as by e-mail', async () => {
    const sub = await enlist(pool, 'elena@example.org');
    expect((await read(sub)).Username).toBe(sub);
    expect((await read('Elena@Example.org')).Username).toBe(sub);
    await expect(read('nobody')).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });

  it('fills in required attributes with the first password', async () => {
    const strict = await startPool({
      pool: { Schema: [{ Name: 'name', Required: true, Mutable: true }] },
    });
    await invite(strict, 'anna@example.org');
    const { Session, ChallengeParameters } = await tryPassword(
      strict,
      'anna@example.org',
      testTemporaryPassword,
    );
    expect(ChallengeParameters?.['requiredAttributes']).toBe('["userAttributes.name"]');
    const choose = (attributes: Record<string, string>) =>
      answer(strict, 'NEW_PASSWORD_REQUIRED', Session, 'anna@example.org', {
        NEW_PASSWORD: testPassword,
        ...attributes,
      });
    await expect(choose({})).rejects.toMatchObject({ name: 'InvalidParameterException' });
    await expect(
      choose({ 'userAttributes.name': 'Анна', 'userAttributes.email': 'x@example.org' }),
    ).rejects.toThrow('unauthorized attribute');
    const { AuthenticationResult } = await choose({ 'userAttributes.name': 'Анна' });
    expect(claimsOf(AuthenticationResult!.IdToken!)['name']).toBe('Анна');
    await strict.close();
  });
});

describe('attributes', () => {
  it('that are immutable can only be set when the user is created', async () => {
    await invite(pool, 'fedor@example.org', { 'custom:operator': 'alpha' });
    await expect(update('fedor@example.org', 'custom:operator', 'bravo')).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'user.custom:operator: Attribute cannot be updated.\n',
    });
    expect((await read('fedor@example.org')).UserAttributes).toContainEqual({
      Name: 'custom:operator',
      Value: 'alpha',
    });
  });

  it('include the e-mail, which is also the sign-in name', async () => {
    await enlist(pool, 'galina@example.org');
    await enlist(pool, 'taken@example.org');
    await expect(update('galina@example.org', 'email', 'TAKEN@example.org')).rejects.toMatchObject({
      name: 'AliasExistsException',
    });
    await expect(update('galina@example.org', 'email', '')).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await update('galina@example.org', 'email', 'galina.new@example.org');
    await signIn(pool, 'galina.new@example.org');
    await expect(tryPassword(pool, 'galina@example.org')).rejects.toThrow('Incorrect');
  });

  it('can be changed by the user as far as the client allows', async () => {
    await enlist(pool, 'harald@example.org', { nickname: 'Harry', 'custom:operator': 'alpha' });
    const { AccessToken, IdToken } = await signIn(pool, 'harald@example.org', testPassword, narrow);
    expect(claimsOf(IdToken)).not.toHaveProperty('nickname');
    const write = (Name: string, Value: string) =>
      pool.cognito.send(new UpdateUserAttributesCommand({ AccessToken, UserAttributes: [{ Name, Value }] }));
    await write('nickname', 'Harald');
    expect((await read('harald@example.org')).UserAttributes).toContainEqual({
      Name: 'nickname',
      Value: 'Harald',
    });
    for (const name of ['name', 'email', 'email_verified', 'custom:operator'])
      await expect(write(name, 'true')).rejects.toThrow('unauthorized attribute');
    const { UserAttributes } = await pool.cognito.send(new GetUserCommand({ AccessToken }));
    expect(UserAttributes?.map(({ Name }) => Name)).toEqual(['sub', 'email']);
  });

  it('do not include an e-mail that users change themselves, which is refused', async () => {
    await enlist(pool, 'irina@example.org');
    const { AccessToken } = await signIn(pool, 'irina@example.org');
    await expect(
      pool.cognito.send(
        new UpdateUserAttributesCommand({
          AccessToken,
          UserAttributes: [{ Name: 'email', Value: 'new@example.org' }],
        }),
      ),
    ).rejects.toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501 } });
  });
});

describe('an administrator', () => {
  it('sets permanent and temporary passwords', async () => {
    await invite(pool, 'julia@example.org');
    const set = (Password: string, Permanent: boolean) =>
      pool.cognito.send(
        new AdminSetUserPasswordCommand({
          UserPoolId: testPoolId,
          Username: 'julia@example.org',
          Password,
          Permanent,
        }),
      );
    await expect(set('weak', true)).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    await set(testPassword, true);
    await signIn(pool, 'julia@example.org');
    await set('Once-Only-1234!', false);
    const { ChallengeName } = await tryPassword(pool, 'julia@example.org', 'Once-Only-1234!');
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });

  it('disables and enables a user', async () => {
    await enlist(pool, 'kirill@example.org');
    const user = { UserPoolId: testPoolId, Username: 'kirill@example.org' };
    await pool.cognito.send(new AdminDisableUserCommand(user));
    await expect(tryPassword(pool, 'kirill@example.org')).rejects.toThrow('User is disabled.');
    await expect(tryPassword(pool, 'kirill@example.org', 'Wrong-Password-1!')).rejects.toThrow('Incorrect');
    await pool.cognito.send(new AdminEnableUserCommand(user));
    await signIn(pool, 'kirill@example.org');
  });
});

describe('a list of users', () => {
  let listed: PoolFixture;
  beforeAll(async () => {
    listed = await startPool();
    for (let index = 0; index < 7; index++) {
      await invite(listed, `user-${index}@example.org`, { given_name: index % 2 ? 'Anna' : 'Anton' });
      if (index % 3 === 0) listed.advance(1);
    }
  });
  afterAll(() => listed.close());

  const list = async (Filter?: string, Limit?: number, PaginationToken?: string) => {
    const page = await listed.cognito.send(
      new ListUsersCommand({ UserPoolId: testPoolId, Filter, Limit, PaginationToken }),
    );
    const emails = page.Users!.map(
      ({ Attributes }) => Attributes!.find(({ Name }) => Name === 'email')!.Value!,
    );
    return { emails, next: page.PaginationToken };
  };

  it('is paged without gaps or duplicates', async () => {
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const page = await list(undefined, 3, next);
      seen.push(...page.emails);
      next = page.next;
    } while (next !== undefined);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toHaveLength(7);
    await expect(list(undefined, 3, 'forged')).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it.each([
    ['email = "user-3@example.org"', 1],
    ['email ^= "user-"', 7],
    ['given_name = "Anna"', 3],
    ['given_name ^= "An"', 7],
    ['cognito:user_status = "FORCE_CHANGE_PASSWORD"', 7],
    ['status = "Disabled"', 0],
    [`email = "' OR true --"`, 0],
    ['email ^= "%"', 0],
  ])('is filtered by %s', async (filter, count) => {
    expect((await list(filter)).emails).toHaveLength(count);
  });

  it.each(['custom:operator = "alpha"', 'constructor = "x"', 'email', 'email > "a"'])(
    'refuses the filter %s',
    async (filter) => {
      await expect(list(filter)).rejects.toMatchObject({ name: 'InvalidParameterException' });
    },
  );
});

describe('a pool whose users sign in with a name', () => {
  it('uses the name, and allows several users with the same e-mail', async () => {
    const named = await startPool({ pool: { UsernameAttributes: [] } });
    for (const Username of ['anna', 'boris'])
      await named.cognito.send(
        new AdminCreateUserCommand({
          UserPoolId: testPoolId,
          Username,
          TemporaryPassword: testTemporaryPassword,
          UserAttributes: [{ Name: 'email', Value: 'shared@example.org' }],
        }),
      );
    const { ChallengeParameters } = await tryPassword(named, 'anna', testTemporaryPassword);
    expect(ChallengeParameters?.['USER_ID_FOR_SRP']).toBe('anna');
    await expect(tryPassword(named, 'shared@example.org', testTemporaryPassword)).rejects.toThrow(
      'Incorrect',
    );
    await named.close();
  });
});
