import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type * as z from 'zod';
import { createTablesSql, schemaVersion } from './schema.ts';

/** The pool's storage: every row is validated when it is read, every write is on disk when the call returns. */
export interface Database {
  get<Row>(row: z.ZodType<Row>, sql: string, ...values: SQLInputValue[]): Row | undefined;
  all<Row>(row: z.ZodType<Row>, sql: string, ...values: SQLInputValue[]): Row[];
  /** Returns the number of changed rows. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** Runs all of `work` or none of it; `work` must not await. A nested transaction joins the outer one. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

/**
 * Opens or creates the database in `directory`.
 * @throws Error when another process has it open, when it is damaged, or when it was written by another version of
 * the local stack
 */
export function openDatabase(directory: string): Database {
  // The database contains password verifiers, TOTP secrets and the signing key.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const sqlite = new DatabaseSync(join(directory, 'cognito.sqlite'));
  try {
    prepareSchema(sqlite, directory);
  } catch (error) {
    sqlite.close();
    throw error;
  }
  const transaction = <Result>(work: () => Result): Result => {
    if (sqlite.isTransaction) return work();
    sqlite.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      sqlite.exec('COMMIT');
      return result;
    } catch (error) {
      sqlite.exec('ROLLBACK');
      throw error;
    }
  };
  return {
    get: (row, sql, ...values) => {
      const found = sqlite.prepare(sql).get(...values);
      return found === undefined ? undefined : row.parse(found);
    },
    all: (row, sql, ...values) =>
      sqlite
        .prepare(sql)
        .all(...values)
        .map((found) => row.parse(found)),
    run: (sql, ...values) => Number(sqlite.prepare(sql).run(...values).changes),
    transaction,
    close: () => {
      sqlite.close();
    },
  };
}

/** Locks the file for this process: two emulators on one file would each have their own view of the sign-ins. */
function prepareSchema(sqlite: DatabaseSync, directory: string): void {
  try {
    sqlite.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    sqlite.exec('PRAGMA foreign_keys = ON; BEGIN EXCLUSIVE; COMMIT;');
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('database is locked'))) throw error;
    throw new Error(`The local Cognito's files in ${directory} are in use by another process.`, {
      cause: error,
    });
  }
  const version = Number(sqlite.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version === schemaVersion) return;
  if (version !== 0)
    throw new Error(
      `The local Cognito's files in ${directory} are of version ${version}, not ${schemaVersion}: remove them.`,
    );
  sqlite.exec(`BEGIN EXCLUSIVE; ${createTablesSql} PRAGMA user_version = ${schemaVersion}; COMMIT;`);
}
