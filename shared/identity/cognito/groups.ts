import {
  AdminAddUserToGroupCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  GetGroupCommand,
  GroupExistsException,
  InvalidParameterException,
  ListUsersInGroupCommand,
  UpdateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { wrongCursor } from '../../table/cursor.ts';
import type { UserPool } from '../user-pool.ts';
import { accountOf } from './account.ts';
import type { CognitoPool } from './pool.ts';

/** Cognito's maximum page size. */
const maxPageSize = 60;

export function groupsOf(pool: CognitoPool): UserPool['groupsOf'] {
  return async (sub) => {
    const page = await pool.sendIfPresent(new AdminListGroupsForUserCommand(pool.user(sub)));
    return (page?.Groups ?? []).flatMap(({ GroupName }) => GroupName ?? []);
  };
}

export function addToGroup(pool: CognitoPool): UserPool['addToGroup'] {
  return async (sub, group) => {
    await pool.send(new AdminAddUserToGroupCommand({ ...pool.user(sub), GroupName: group }));
  };
}

export function removeFromGroup(pool: CognitoPool): UserPool['removeFromGroup'] {
  return async (sub, group) => {
    await pool.sendIfPresent(new AdminRemoveUserFromGroupCommand({ ...pool.user(sub), GroupName: group }));
  };
}

export function listMembers(pool: CognitoPool): UserPool['listMembers'] {
  return async (group, cursor) => {
    try {
      const page = await pool.sendIfPresent(
        new ListUsersInGroupCommand({ ...pool.group(group), Limit: maxPageSize, NextToken: cursor }),
      );
      return { accounts: (page?.Users ?? []).map(accountOf), next: page?.NextToken };
    } catch (error) {
      // The cursor is Cognito's own, so only Cognito can validate it.
      if (error instanceof InvalidParameterException && cursor !== undefined) throw wrongCursor();
      throw error;
    }
  };
}

export function describeGroup(pool: CognitoPool): UserPool['describeGroup'] {
  return async (group) => {
    const found = await pool.sendIfPresent(new GetGroupCommand(pool.group(group)));
    return found && (found.Group?.Description ?? '');
  };
}

export function createGroup(pool: CognitoPool): UserPool['createGroup'] {
  return async (group, description) => {
    try {
      await pool.send(new CreateGroupCommand({ ...pool.group(group), Description: description }));
      return true;
    } catch (error) {
      if (error instanceof GroupExistsException) return false;
      throw error;
    }
  };
}

export function updateGroup(pool: CognitoPool): UserPool['updateGroup'] {
  return async (group, description) => {
    await pool.send(new UpdateGroupCommand({ ...pool.group(group), Description: description }));
  };
}
