import * as z from 'zod';
import type { Database } from './database.ts';
import { userRow, type User } from './users.ts';

/** A group; times are milliseconds since the epoch. */
export interface Group {
  readonly name: string;
  readonly description: string | null;
  /** The lowest number has priority; a group without one comes last. */
  readonly precedence: number | null;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** Properties of a group; omitted ones stay unchanged. */
export interface GroupDetail {
  readonly description?: string | undefined;
  readonly precedence?: number | undefined;
}

const groupRow: z.ZodType<Group> = z
  .object({
    name: z.string(),
    description: z.string().nullable(),
    precedence: z.number().nullable(),
    created_at: z.number(),
    modified_at: z.number(),
  })
  .transform((row) => ({
    name: row.name,
    description: row.description,
    precedence: row.precedence,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  }));

/** Lists are sorted by key and continue after a given key. */
export interface Groups {
  read(name: string): Group | undefined;
  /** Returns false when the name is taken. */
  create(name: string, detail: GroupDetail): boolean;
  change(name: string, detail: GroupDetail): void;
  remove(name: string): void;
  list(after: string, limit: number): Group[];
  add(name: string, sub: string): void;
  withdraw(name: string, sub: string): void;
  listOfUser(sub: string, after: string, limit: number): Group[];
  listMembers(name: string, afterSub: string, limit: number): User[];
  /** The names for `cognito:groups`, by precedence. */
  namesOfUser(sub: string): string[];
}

/** The groups of a pool and their members; `now` is in milliseconds. */
export function createGroups(database: Database, now: () => number): Groups {
  return {
    read: (name) => database.get(groupRow, 'SELECT * FROM user_groups WHERE name = ?', name),
    create: (name, { description, precedence }) =>
      database.run(
        'INSERT INTO user_groups VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
        name,
        description ?? null,
        precedence ?? null,
        now(),
        now(),
      ) === 1,
    change: (name, { description, precedence }) => {
      database.run(
        `UPDATE user_groups SET description = coalesce(?, description), precedence = coalesce(?, precedence),
         modified_at = ? WHERE name = ?`,
        description ?? null,
        precedence ?? null,
        now(),
        name,
      );
    },
    remove: (name) => {
      database.run('DELETE FROM user_groups WHERE name = ?', name);
    },
    list: (after, limit) =>
      database.all(groupRow, 'SELECT * FROM user_groups WHERE name > ? ORDER BY name LIMIT ?', after, limit),
    add: (name, sub) => {
      database.run('INSERT INTO memberships VALUES (?, ?) ON CONFLICT DO NOTHING', name, sub);
    },
    withdraw: (name, sub) => {
      database.run('DELETE FROM memberships WHERE group_name = ? AND sub = ?', name, sub);
    },
    listOfUser: (sub, after, limit) =>
      database.all(
        groupRow,
        `SELECT user_groups.* FROM memberships JOIN user_groups ON name = group_name
         WHERE sub = ? AND name > ? ORDER BY name LIMIT ?`,
        sub,
        after,
        limit,
      ),
    listMembers: (name, afterSub, limit) =>
      database.all(
        userRow,
        `SELECT users.* FROM memberships JOIN users USING (sub)
         WHERE group_name = ? AND sub > ? ORDER BY sub LIMIT ?`,
        name,
        afterSub,
        limit,
      ),
    namesOfUser: (sub) =>
      database
        .all(
          z.object({ name: z.string() }),
          `SELECT name FROM memberships JOIN user_groups ON name = group_name
           WHERE sub = ? ORDER BY precedence NULLS LAST, name`,
          sub,
        )
        .map((row) => row.name),
  };
}
