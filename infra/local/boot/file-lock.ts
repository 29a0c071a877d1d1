import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FileLock {
  release(): void;
}

/**
 * Takes a lock for the lifetime of this process: the operating system releases it even after `kill -9`, so that there
 * are no stale locks. (Node has no `flock`; SQLite's write lock serves as one.) Undefined when another process, or
 * another part of this one, has it.
 */
export function tryFileLock(path: string): FileLock | undefined {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE');
  } catch (error) {
    database.close();
    if (error instanceof Error && error.message.includes('locked')) return undefined;
    throw error;
  }
  return {
    release: () => {
      if (database.isOpen) database.close();
    },
  };
}

/** Waits for the lock. */
export async function waitForFileLock(path: string): Promise<FileLock> {
  for (;;) {
    const lock = tryFileLock(path);
    if (lock) return lock;
    await sleep(50);
  }
}

/** Whether a file is the lock of this name, or SQLite's journal beside it. */
export function belongsToLock(fileName: string, lockName: string): boolean {
  return fileName === lockName || fileName === `${lockName}-journal`;
}
