import * as z from 'zod';
import { describeUser } from './describe-user.ts';
import { invalidParameter } from './errors.ts';
import { defineAdminOperation, type Operation } from './operation.ts';
import { readPage } from './paging.ts';
import type { Pool } from './pool.ts';
import { userRow } from './users.ts';

const requestSchema = z.object({
  Filter: z.string().max(256).default(''),
  Limit: z.number().int().min(1).max(60).default(60),
  PaginationToken: z.string().min(1).optional(),
  AttributesToGet: z.array(z.string()).optional(),
});

/** Columns of the searchable attributes (API reference, `ListUsers`, `Filter`). */
const searchableColumns: ReadonlyMap<string, string> = new Map([
  ['username', 'username'],
  ['sub', 'sub'],
  ['cognito:user_status', 'status'],
  ['status', `iif(enabled, 'Enabled', 'Disabled')`],
  ...['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username'].map(
    (name): [string, string] => [name, `attributes ->> '${name}'`],
  ),
]);

const keySchema = z.tuple([z.number(), z.string()]);

/** `ListUsers`: oldest first, optionally with one filter (`name = "value"`, or `^=` for a prefix). */
export function defineListUsers(pool: Pool): Operation {
  return defineAdminOperation(pool, requestSchema, (request) => {
    const { condition, values } = readFilter(request.Filter);
    const { items, next } = readPage(
      keySchema,
      request.PaginationToken,
      request.Limit,
      (after, limit) =>
        pool.database.all(
          userRow,
          `SELECT * FROM users WHERE (created_at, sub) > (?, ?) AND ${condition}
           ORDER BY created_at, sub LIMIT ?`,
          ...(after ?? [-1, '']),
          ...values,
          limit,
        ),
      (user): [number, string] => [user.createdAt, user.sub],
    );
    const requested = request.AttributesToGet;
    const users = items.map((user) => {
      const attributes = Object.entries(user.attributes).filter(
        ([name]) => requested?.includes(name) ?? true,
      );
      return describeUser({ ...user, attributes: Object.fromEntries(attributes) });
    });
    return { Users: users, ...(next !== undefined && { PaginationToken: next }) };
  });
}

function readFilter(filter: string): { condition: string; values: string[] } {
  if (filter.trim() === '') return { condition: 'true', values: [] };
  const parts = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter);
  const [, name = '', operator = '', quoted = ''] = parts ?? [];
  const column = searchableColumns.get(name);
  if (!parts || column === undefined) throw invalidParameter(`Invalid search attribute: ${name || filter}`);
  const value = quoted.replace(/\\(.)/g, '$1');
  if (operator === '=') return { condition: `${column} = ?`, values: [value] };
  return { condition: `substr(${column}, 1, length(?)) = ?`, values: [value, value] };
}
