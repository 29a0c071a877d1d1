import * as z from 'zod';
import { describeUser, requireUser } from './describe-user.ts';
import { CognitoError, resourceNotFound } from './errors.ts';
import type { Group, GroupDetail } from './groups.ts';
import { defineAdminOperation, type Operations } from './operation.ts';
import { readPage } from './paging.ts';
import type { Pool } from './pool.ts';
import { groupName, username } from './requests.ts';

const groupSchema = z.object({ GroupName: groupName });
const detailSchema = groupSchema.extend({
  Description: z.string().max(2048).optional(),
  Precedence: z.number().int().min(0).optional(),
});
const memberSchema = groupSchema.extend({ Username: username });
const pageSchema = z.object({
  Limit: z.number().int().min(1).max(60).default(60),
  NextToken: z.string().min(1).optional(),
});

/** Groups and their members. */
export function defineAdminGroupOperations(pool: Pool): Operations {
  return {
    CreateGroup: defineAdminOperation(pool, detailSchema, (request) => {
      if (!pool.groups.create(request.GroupName, readDetail(request)))
        throw new CognitoError('GroupExistsException', 'A group with the name already exists.');
      return { Group: describeGroup(pool, requireGroup(pool, request.GroupName)) };
    }),
    UpdateGroup: defineAdminOperation(pool, detailSchema, (request) => {
      const { name } = requireGroup(pool, request.GroupName);
      pool.groups.change(name, readDetail(request));
      return { Group: describeGroup(pool, requireGroup(pool, name)) };
    }),
    GetGroup: defineAdminOperation(pool, groupSchema, ({ GroupName }) => ({
      Group: describeGroup(pool, requireGroup(pool, GroupName)),
    })),
    DeleteGroup: defineAdminOperation(pool, groupSchema, ({ GroupName }) => {
      pool.groups.remove(requireGroup(pool, GroupName).name);
      return {};
    }),
    ListGroups: defineAdminOperation(pool, pageSchema, ({ Limit, NextToken }) =>
      describePage(pool, NextToken, Limit, (after, limit) => pool.groups.list(after, limit)),
    ),
    AdminListGroupsForUser: defineAdminOperation(
      pool,
      pageSchema.extend({ Username: username }),
      ({ Username, Limit, NextToken }) => {
        const { sub } = requireUser(pool, Username);
        return describePage(pool, NextToken, Limit, (after, limit) =>
          pool.groups.listOfUser(sub, after, limit),
        );
      },
    ),
    ListUsersInGroup: defineAdminOperation(
      pool,
      pageSchema.extend(groupSchema.shape),
      ({ GroupName, Limit, NextToken }) => {
        const { name } = requireGroup(pool, GroupName);
        const { items, next } = readPage(
          z.string(),
          NextToken,
          Limit,
          (after = '', limit) => pool.groups.listMembers(name, after, limit),
          (user) => user.sub,
        );
        return { Users: items.map(describeUser), ...(next !== undefined && { NextToken: next }) };
      },
    ),
    AdminAddUserToGroup: defineAdminOperation(pool, memberSchema, ({ GroupName, Username }) => {
      pool.groups.add(requireGroup(pool, GroupName).name, requireUser(pool, Username).sub);
      return {};
    }),
    AdminRemoveUserFromGroup: defineAdminOperation(pool, memberSchema, ({ GroupName, Username }) => {
      pool.groups.withdraw(requireGroup(pool, GroupName).name, requireUser(pool, Username).sub);
      return {};
    }),
  };
}

function requireGroup(pool: Pool, name: string): Group {
  const group = pool.groups.read(name);
  if (!group) throw resourceNotFound('Group not found.');
  return group;
}

function readDetail(request: z.output<typeof detailSchema>): GroupDetail {
  return { description: request.Description, precedence: request.Precedence };
}

function describePage(
  pool: Pool,
  token: string | undefined,
  limit: number,
  list: (after: string, limit: number) => Group[],
): object {
  const { items, next } = readPage(
    z.string(),
    token,
    limit,
    (after = '', count) => list(after, count),
    (group) => group.name,
  );
  return {
    Groups: items.map((group) => describeGroup(pool, group)),
    ...(next !== undefined && { NextToken: next }),
  };
}

function describeGroup(pool: Pool, group: Group): object {
  return {
    GroupName: group.name,
    UserPoolId: pool.id,
    ...(group.description !== null && { Description: group.description }),
    ...(group.precedence !== null && { Precedence: group.precedence }),
    CreationDate: group.createdAt / 1000,
    LastModifiedDate: group.modifiedAt / 1000,
  };
}
