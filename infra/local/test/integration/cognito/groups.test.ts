import {
  AdminAddUserToGroupCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  GetGroupCommand,
  ListGroupsCommand,
  ListUsersInGroupCommand,
  UpdateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPoolId, startPool, type PoolFixture } from '../../../testing/cognito/pool-fixture.ts';
import { invite } from '../../../testing/cognito/users.ts';

let pool: PoolFixture;
beforeAll(async () => {
  pool = await startPool({
    groups: [{ name: 'administrators', description: 'Администраторы', precedence: 1 }],
  });
});
afterAll(() => pool.close());

const UserPoolId = testPoolId;
const read = async (GroupName: string) =>
  (await pool.cognito.send(new GetGroupCommand({ UserPoolId, GroupName }))).Group;

describe('a group', () => {
  it('of the template exists from the start, and is updated from the template at the next start', async () => {
    expect(await read('administrators')).toMatchObject({ Description: 'Администраторы', Precedence: 1 });
    await pool.restart({ groups: [{ name: 'administrators', description: 'Администрация', precedence: 2 }] });
    expect(await read('administrators')).toMatchObject({ Description: 'Администрация', Precedence: 2 });
  });

  it('is created once, read, changed and deleted', async () => {
    const group = { UserPoolId, GroupName: 'operator-alpha', Description: 'Альфа · 7700000000' };
    const { Group } = await pool.cognito.send(new CreateGroupCommand(group));
    expect(Group).toMatchObject({
      GroupName: 'operator-alpha',
      UserPoolId,
      Description: 'Альфа · 7700000000',
    });
    expect(Group?.Precedence).toBeUndefined();
    await expect(pool.cognito.send(new CreateGroupCommand(group))).rejects.toMatchObject({
      name: 'GroupExistsException',
    });
    pool.advance(60);
    await pool.cognito.send(
      new UpdateGroupCommand({ UserPoolId, GroupName: 'operator-alpha', Precedence: 5 }),
    );
    expect(await read('operator-alpha')).toMatchObject({
      Description: 'Альфа · 7700000000',
      Precedence: 5,
      LastModifiedDate: pool.now(),
    });
    await pool.cognito.send(new DeleteGroupCommand({ UserPoolId, GroupName: 'operator-alpha' }));
    await expect(read('operator-alpha')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('has members, who lose it when it is deleted or they are removed', async () => {
    await invite(pool, 'anna@example.org');
    const member = { UserPoolId, GroupName: 'support', Username: 'anna@example.org' };
    const groupsOfAnna = async () =>
      (
        await pool.cognito.send(
          new AdminListGroupsForUserCommand({ UserPoolId, Username: 'anna@example.org' }),
        )
      ).Groups?.map(({ GroupName }) => GroupName);
    await expect(pool.cognito.send(new AdminAddUserToGroupCommand(member))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await pool.cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: 'support' }));
    await pool.cognito.send(new AdminAddUserToGroupCommand(member));
    await pool.cognito.send(new AdminAddUserToGroupCommand(member));
    expect(await groupsOfAnna()).toEqual(['support']);
    await pool.cognito.send(new AdminRemoveUserFromGroupCommand(member));
    expect(await groupsOfAnna()).toEqual([]);
    await pool.cognito.send(new AdminAddUserToGroupCommand(member));
    await pool.cognito.send(new DeleteGroupCommand({ UserPoolId, GroupName: 'support' }));
    expect(await groupsOfAnna()).toEqual([]);
    await expect(
      pool.cognito.send(
        new AdminAddUserToGroupCommand({ ...member, GroupName: 'administrators', Username: 'x' }),
      ),
    ).rejects.toMatchObject({ name: 'UserNotFoundException' });
  });
});

describe('lists of groups and members', () => {
  it('are paged', async () => {
    await pool.cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: 'crowd' }));
    const subs: string[] = [];
    for (let index = 0; index < 5; index++) {
      await pool.cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: `group-${index}` }));
      subs.push(await invite(pool, `member-${index}@example.org`));
      await pool.cognito.send(
        new AdminAddUserToGroupCommand({ UserPoolId, GroupName: 'crowd', Username: subs.at(-1)! }),
      );
      await pool.cognito.send(
        new AdminAddUserToGroupCommand({ UserPoolId, GroupName: `group-${index}`, Username: subs[0]! }),
      );
    }
    const readAll = async (
      list: (NextToken: string | undefined) => Promise<{ names: string[]; NextToken: string | undefined }>,
    ): Promise<string[]> => {
      const first = await list(undefined);
      expect(first.names).toHaveLength(2);
      const all = first.names;
      let next = first.NextToken;
      while (next !== undefined) {
        const page = await list(next);
        all.push(...page.names);
        next = page.NextToken;
      }
      return all;
    };
    const everyGroup = ['group-0', 'group-1', 'group-2', 'group-3', 'group-4'];
    expect(
      await readAll(async (NextToken) => {
        const page = await pool.cognito.send(new ListGroupsCommand({ UserPoolId, Limit: 2, NextToken }));
        return { names: page.Groups!.map(({ GroupName }) => GroupName!), NextToken: page.NextToken };
      }),
    ).toEqual(['administrators', 'crowd', ...everyGroup]);
    expect(
      await readAll(async (NextToken) => {
        const page = await pool.cognito.send(
          new AdminListGroupsForUserCommand({ UserPoolId, Username: subs[0], Limit: 2, NextToken }),
        );
        return { names: page.Groups!.map(({ GroupName }) => GroupName!), NextToken: page.NextToken };
      }),
    ).toEqual(['crowd', ...everyGroup]);
    expect(
      (
        await readAll(async (NextToken) => {
          const page = await pool.cognito.send(
            new ListUsersInGroupCommand({ UserPoolId, GroupName: 'crowd', Limit: 2, NextToken }),
          );
          return { names: page.Users!.map(({ Username }) => Username!), NextToken: page.NextToken };
        })
      ).sort(),
    ).toEqual([...subs].sort());
  });
});
