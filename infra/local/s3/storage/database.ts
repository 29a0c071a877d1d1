import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';

const createTablesSql = `
  CREATE TABLE IF NOT EXISTS bucket (
    name TEXT PRIMARY KEY,
    created INTEGER NOT NULL,
    configuration TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS version (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    bucket TEXT NOT NULL REFERENCES bucket (name),
    key BLOB NOT NULL,
    version_id TEXT NOT NULL,
    blob TEXT,
    size INTEGER NOT NULL,
    etag TEXT NOT NULL,
    last_modified INTEGER NOT NULL,
    description TEXT NOT NULL,
    UNIQUE (bucket, key, version_id)
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS version_by_age ON version (bucket, key, sequence DESC);
  CREATE INDEX IF NOT EXISTS version_by_blob ON version (blob);
  CREATE TABLE IF NOT EXISTS upload (
    id TEXT PRIMARY KEY,
    bucket TEXT NOT NULL REFERENCES bucket (name) ON DELETE CASCADE,
    key BLOB NOT NULL,
    description TEXT NOT NULL,
    algorithm TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS part (
    upload TEXT NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    blob TEXT NOT NULL,
    size INTEGER NOT NULL,
    md5 TEXT NOT NULL,
    checksum TEXT,
    PRIMARY KEY (upload, number)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS outbox (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    event TEXT NOT NULL
  ) STRICT;
`;

/**
 * Opens the index of a store. Keys are stored as bytes, because S3 lists in the order of UTF-8 bytes; commits are on
 * disk when they return.
 * @throws Error when another process has it open
 */
export function openDatabase(directory: string): DatabaseSync {
  const database = new DatabaseSync(path.join(directory, 'index.db'), { enableForeignKeyConstraints: true });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    database.exec(createTablesSql);
    return database;
  } catch (error) {
    database.close();
    const inUse = error instanceof Error && error.message.includes('database is locked');
    throw inUse
      ? new Error(`Another process stores its S3 objects in ${directory}`, { cause: error })
      : error;
  }
}

/** Runs the change as one transaction. */
export function transact<Result>(database: DatabaseSync, change: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = change();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
